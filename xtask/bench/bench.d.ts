/** What the scripts put into the pages that they measure. */

/** The sum of the shifts of the layout so far. */
declare var shift: number;

/** Searches as the harness asks: ids of documents, best first. */
declare var readerSearch: (query: string, limit: number) => Promise<number[]>;

interface Window {
  readerSearch?: typeof readerSearch;
}

/** One shift of the layout, which TypeScript does not know yet. */
interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  value: number;
}
