/** The object by which the page's first script, the app and other scripts know each other. */
interface Whosaid {
  /** Settled once the app has started, or cannot. */
  ready: Promise<void>;
  /** The app has started. */
  started(): void;
  /** The app cannot start; `reason` is for readers. */
  failed(reason: string): void;
  /** The app has ended of itself. */
  panicked(message: string): void;
  /** Starts the app. */
  start(
    init: Init,
    again: () => Promise<{ default: Init }>,
    fetchAgain: () => Promise<Response>,
  ): Promise<void>;
  /** The wasm on its way. */
  wasm: Promise<Response>;
  /** The wasm without the dossier. */
  engine(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** The dossier, until the app takes it. */
  dossier?: Uint8Array;
  /** A block of a large dossier, by its name; an error where it does not come. */
  block(name: string): Promise<Uint8Array>;
  /** Gives all messages to this window to a listener, those that came before included. */
  listen(listener: (event: MessageEvent) => void): void;
  /** Has text nodes keep a text that is the same, until the app has started. */
  keepEqualText(): void;
  /** The registration of the service worker, or why there is none: "refused", or "" where files are missing. */
  registered: Promise<ServiceWorkerRegistration | string>;
  /** The search, once the app has started. */
  search(query: string, options?: object): object[] | Promise<object[]>;
}

/** What starts the wasm: wasm-bindgen's default export. */
type Init = (options: { module_or_path: BufferSource }) => Promise<unknown>;

interface Window {
  whosaid: Whosaid;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(input: string): string },
    ): { createScriptURL(input: string): string };
  };
}

declare var whosaid: Whosaid;
