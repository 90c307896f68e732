/** The script that wasm-bindgen writes for `make.html`. */
declare const init: (options: { module_or_path: URL }) => Promise<unknown>;
export default init;

declare global {
  interface Window {
    /** Starts the worker in which the maker's program computes. */
    makeWorker(): Worker;
  }
}
