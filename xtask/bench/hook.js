// Runs in a measured copy of a site: gives the page's own search the harness's shape, which is ids of
// documents, best first. A hit is a paragraph, so more are asked for until there are enough articles.
whosaid.ready.then(() => {
  globalThis.readerSearch = async (query, limit) => {
    for (let n = limit * 2; ; n *= 4) {
      const hits = /** @type {{ article: string }[]} */ (await whosaid.search(query, { limit: n }));
      /** @type {Set<number>} */
      const ids = new Set();
      for (const hit of hits) {
        ids.add(Number(hit.article.slice(1)));
        if (ids.size === limit) break;
      }
      if (ids.size === limit || hits.length < n) return [...ids];
    }
  };
});
