/**
 * The one shared socket to /live/, protocol polyphony.live.v1.
 *
 * Callers may rely on this: every hearer gets the newest whole facts of its topic, never older ones,
 * however often the connection breaks; when no socket opens three times, the same facts come by HTTP.
 */

export type Facts = Record<string, unknown>;
export type Row = Facts & { id: number | string };
export interface News {
  topic: string;
  v: number;
  data: Facts;
  rows: Row[];
  /** Rows may have moved that are not told: fetch the list once. */
  behind: boolean;
}
export type Hear = (news: News) => void;
export type State = "opening" | "live" | "paused" | "lost";
export type Watch = (state: State, since: Date) => void;

/** What live.ts needs of the browser, so that tests can bring their own. */
export interface Around {
  socket(): Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;
  poll(topics: string, have: string, etag: string): Promise<{ etag: string; body: Polled } | null>;
  later(act: () => void, ms: number): () => void;
  random(): number;
  now(): Date;
  hidden(): boolean;
  keep: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}
export interface Polled {
  epoch?: string;
  topics: Partial<News>[];
  gone?: string[];
}

interface Hearer {
  v: number;
  hear: Hear;
}

/** The version of a page that does not know which facts it shows. */
export const UNKNOWN = -1;
const PAUSED = "polyphony.live.paused";
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const POLL_EVERY = 10_000;
const SOCKETS_BEFORE_POLLING = 3;
/** Looking at another tab for a moment should not cost the city a handshake. */
const HIDDEN_GRACE = 30_000;
/** A page that reconnects at once need not say that it was lost. */
const LOST_GRACE = 2_000;

export class Live {
  private readonly topics = new Map<string, Set<Hearer>>();
  private readonly watchers = new Set<Watch>();
  private socket: ReturnType<Around["socket"]> | null = null;
  private greeted = false;
  private epoch: string | null = null;
  private beat = 25_000;
  private failures = 0;
  private etag = "";
  private state: State = "opening";
  private heardAt: Date;
  private cancel: Record<"retry" | "poll" | "beat" | "hide" | "lost", () => void>;

  constructor(private readonly around: Around) {
    const nothing = () => {};
    this.cancel = { retry: nothing, poll: nothing, beat: nothing, hide: nothing, lost: nothing };
    this.heardAt = around.now();
    if (this.paused) this.state = "paused";
  }

  /** Hear what is newer than `v` about `topic` (UNKNOWN: whatever there is); returns how to stop. */
  follow(topic: string, v: number, hear: Hear): () => void {
    const hearer = { v, hear };
    const hearers = this.topics.get(topic) ?? new Set();
    const first = hearers.size === 0;
    hearers.add(hearer);
    this.topics.set(topic, hearers);
    if (!this.socket && !this.paused && !this.around.hidden()) this.later("retry", this.open, 0);
    else if (this.greeted && (first || v < 0)) this.ask([topic]);
    return () => {
      hearers.delete(hearer);
      if (hearers.size > 0) return;
      this.topics.delete(topic);
      if (this.greeted) this.send({ op: "unsub", topics: [topic] });
    };
  }

  /** Learn at once, and whenever it changes, whether this page hears news. */
  watch(watch: Watch): () => void {
    this.watchers.add(watch);
    watch(this.state, this.heardAt);
    return () => this.watchers.delete(watch);
  }

  get paused(): boolean {
    return this.around.keep.getItem(PAUSED) === "1";
  }

  pause(): void {
    this.around.keep.setItem(PAUSED, "1");
    this.hangUp();
    this.become("paused");
  }

  resume(): void {
    this.around.keep.removeItem(PAUSED);
    this.become("opening");
    if (this.topics.size > 0) this.open();
  }

  /** Call when the tab was hidden or shown. */
  visibility(): void {
    this.cancel.hide();
    if (this.around.hidden()) this.later("hide", this.hangUp, HIDDEN_GRACE);
    else if (!this.socket && !this.paused && this.topics.size > 0) this.open();
  }

  private readonly open = (): void => {
    this.cancel.retry();
    if (this.socket || this.paused || this.around.hidden()) return;
    const socket = this.around.socket();
    this.socket = socket;
    socket.onmessage = (message) => {
      if (this.socket === socket) this.take(String(message.data));
    };
    socket.onclose = () => {
      if (this.socket === socket) this.lose();
    };
  };

  private take(text: string): void {
    const frame = JSON.parse(text) as Facts;
    this.heardAt = this.around.now();
    this.later("beat", this.lose, this.beat * 2.5);
    if (frame.t === "hello") this.greet(frame);
    else if (frame.t === "snap") this.deliver(frame as unknown as Partial<News>);
    else if (frame.t === "gone" || frame.t === "refused") this.topics.delete(String(frame.topic));
    else if (frame.t === "bye") this.lose(Number(frame.retry_ms) || 0);
  }

  /**
   * After a restore from a backup versions begin anew: another epoch, or a second hello on the same
   * socket, means that ours are worth nothing.
   */
  private greet(frame: Facts): void {
    const epoch = String(frame.epoch);
    const again = this.greeted;
    if (again || (this.epoch !== null && this.epoch !== epoch)) this.forgetVersions();
    this.epoch = epoch;
    this.beat = (Number(frame.beat) || 25) * 1_000;
    this.failures = 0;
    this.greeted = true;
    this.cancel.poll();
    this.become("live");
    if (!again) this.ask([...this.topics.keys()]);
  }

  private deliver(news: Partial<News>): void {
    const { topic = "", v = 0, data = {}, rows = [], behind = false } = news;
    for (const hearer of this.topics.get(topic) ?? []) {
      if (v <= hearer.v) continue;
      const unsure = behind || hearer.v === UNKNOWN;
      hearer.v = v;
      hearer.hear({ topic, v, data, rows, behind: unsure });
    }
    this.become("live");
  }

  private lose = (wait?: number): void => {
    const socket = this.socket;
    if (socket) {
      if (!this.greeted) this.failures += 1;
      this.hangUp();
    }
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    this.later("retry", this.open, wait ?? this.around.random() * longest);
    if (this.failures >= SOCKETS_BEFORE_POLLING) this.later("poll", this.poll, 0);
    else this.later("lost", () => this.become("lost"), LOST_GRACE);
  };

  private hangUp = (): void => {
    const socket = this.socket;
    this.socket = null;
    this.greeted = false;
    for (const stop of Object.values(this.cancel)) stop();
    socket?.close();
  };

  /** The same facts by HTTP, while the socket is tried again behind it. */
  private poll = async (): Promise<void> => {
    if (this.greeted || this.paused || this.around.hidden() || this.topics.size === 0) return;
    try {
      const topics = [...this.topics.keys()];
      const have = topics.map((topic) => [topic, this.version(topic)] as const);
      const known = have.filter(([, v]) => v !== UNKNOWN).map(([topic, v]) => `${topic}:${v}`);
      const answer = await this.around.poll(topics.join(","), known.join(","), this.etag);
      if (this.paused) return;
      this.heardAt = this.around.now();
      if (answer) {
        this.etag = answer.etag;
        if (this.epoch && answer.body.epoch && answer.body.epoch !== this.epoch) {
          this.forgetVersions();
        }
        this.epoch = answer.body.epoch ?? this.epoch;
        for (const topic of answer.body.gone ?? []) this.topics.delete(topic);
        for (const news of answer.body.topics) this.deliver(news);
      }
      this.become("live");
    } catch {
      this.become("lost");
    }
    if (!this.greeted) this.later("poll", this.poll, POLL_EVERY);
  };

  private ask(topics: string[]): void {
    if (topics.length === 0) return;
    const have: Record<string, number> = {};
    for (const topic of topics) {
      const v = this.version(topic);
      if (v !== UNKNOWN) have[topic] = v;
    }
    this.send({ op: "sub", topics, have });
  }

  /** What every hearer of the topic has: the oldest among them. */
  private version(topic: string): number {
    return Math.min(...[...(this.topics.get(topic) ?? [])].map((hearer) => hearer.v));
  }

  private forgetVersions(): void {
    this.etag = "";
    for (const hearers of this.topics.values()) for (const hearer of hearers) hearer.v = UNKNOWN;
  }

  private send(frame: Facts): void {
    this.socket?.send(JSON.stringify(frame));
  }

  private become(state: State): void {
    if (state !== "lost") this.cancel.lost();
    this.state = state;
    for (const watch of this.watchers) watch(state, this.heardAt);
  }

  private later(name: keyof Live["cancel"], act: () => void, ms: number): void {
    this.cancel[name]();
    this.cancel[name] = this.around.later(act, ms);
  }
}

/** The browser as it is. */
export function browser(): Around {
  const { live = "/live/", liveFallback = "/api/v1/live/" } = document.documentElement.dataset;
  return {
    socket: () => {
      const url = new URL(live, location.href);
      url.protocol = url.protocol.replace("http", "ws");
      return new WebSocket(url, "polyphony.live.v1");
    },
    poll: async (topics, have, etag) => {
      const asked = new URLSearchParams({ topics, have });
      const headers: Record<string, string> = { Accept: "application/json" };
      if (etag) headers["If-None-Match"] = etag;
      const answer = await fetch(`${liveFallback}?${asked}`, { headers });
      if (answer.status === 304) return null;
      if (!answer.ok) throw new Error(`live by HTTP: ${answer.status}`);
      return { etag: answer.headers.get("ETag") ?? "", body: await answer.json() };
    },
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    now: () => new Date(),
    hidden: () => document.hidden,
    keep: sessionStorage,
  };
}
