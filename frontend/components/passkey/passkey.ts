/**
 * Makes a passkey or signs with one: the device's answer goes into the form's `credential`, and the
 * form is sent. `data-options` is what the server asked for, or `data-url` where to ask for it.
 */
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Options = { [key: string]: Json };

export function mount(root: HTMLElement): () => void {
  const form = root as HTMLFormElement;
  if (!("PublicKeyCredential" in window)) return () => {};
  form.hidden = false;
  const field = form.elements.namedItem("credential") as HTMLInputElement;
  const trouble = form.querySelector<HTMLElement>("[role=alert]");
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const pressed = event.submitter as HTMLButtonElement;
    pressed.disabled = true;
    if (trouble) trouble.hidden = true;
    try {
      const options = await optionsOf(form);
      const made =
        form.dataset.act === "create"
          ? await navigator.credentials.create({ publicKey: forMaking(options) })
          : await navigator.credentials.get({ publicKey: forSigning(options) });
      field.value = JSON.stringify(asJson(made as PublicKeyCredential));
      // A passkey is asked for once: a second press would make a second one.
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      pressed.disabled = false;
      pressed.focus();
      if (trouble) {
        trouble.textContent = pressed.dataset.failed ?? "";
        trouble.hidden = false;
      }
    }
  };
  form.addEventListener("submit", send);
  return () => form.removeEventListener("submit", send);
}

async function optionsOf(form: HTMLFormElement): Promise<Options> {
  const { options, url } = form.dataset;
  if (options) return JSON.parse(options);
  const answer = await fetch(url ?? "", { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options.publicKey;
}

function forMaking(options: Options): PublicKeyCredentialCreationOptions {
  const user = options.user as Options;
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: known(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function forSigning(options: Options): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: known(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

function known(list: Json | undefined): Options[] {
  return ((list ?? []) as Options[]).map((one) => ({
    ...one,
    id: bytes(one.id) as unknown as Json,
  }));
}

/** The credential with every buffer in base64url, as the server reads it. */
export function asJson(made: PublicKeyCredential): Json {
  const answer: Options = {};
  for (const name of [
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
    "userHandle",
  ]) {
    const value = (made.response as unknown as Record<string, ArrayBuffer | null>)[name];
    if (value) answer[name] = text(value);
  }
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: answer,
    clientExtensionResults: made.getClientExtensionResults() as Json,
  };
}

export function bytes(word: Json | undefined): Uint8Array {
  const plain = String(word).replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

export function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
