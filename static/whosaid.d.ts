/** The object by which the scripts of a page and the app know each other, and other scripts the app. */
interface Whosaid {
  /** Fulfilled once the app runs, rejected when it cannot start. */
  ready: Promise<void>;
  /** Called by the app when it runs. */
  started(): void;
  /** Called by the app when it cannot start, or when it panics, with a reason for the reader. */
  failed(reason: string): void;
  /** The wasm, asked for before the script arrives that compiles it. */
  wasm?: Promise<Response>;
  /** Takes the dossier out of the wasm's bytes; gives what is left of them, which is a sound module. */
  engine(bytes: Uint8Array): Uint8Array;
  /** The bytes of the dossier, for the app. */
  dossier?: Uint8Array;
}

declare var whosaid: Whosaid;
