/** Mounts every [data-island]; filled in with the islands. */
export {};
