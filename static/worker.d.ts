/** What the service worker keeps: the line that `whosaid press` writes above it. */
declare const EDITION: {
  /** Hex digits that stand for every byte of the edition. */
  version: string;
  /** Bytes of all its files. */
  size: number;
  /** The `integrity` of each file by its name, "" for the page; null takes the worker away again. */
  files: Record<string, string> | null;
  /** The `integrity` of each file that is kept once it was asked for; empty where it is not known. */
  later: Record<string, string>;
  /** Bytes of the blocks among these. */
  blocks: number;
  /** "SLUG HASH TITLE" of each article. */
  articles: string[];
  /** The slugs of the articles that were withdrawn. */
  withdrawn: string[];
};

interface ExtendableEvent {
  /** The static routing API, in browsers whose `install` events have it. */
  addRoutes?(rule: { condition: { requestMode: RequestMode }; source: "fetch-event" }): Promise<void>;
}
