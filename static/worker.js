{
  // The service worker: keeps one edition of the site for reading offline, whole or not at all.
  //
  // `whosaid press` writes the first line, which says what the edition is made of:
  //
  //   const EDITION = { version, size, files, later, blocks, articles, withdrawn };
  //
  //   version   hex digits that stand for every byte of the edition
  //   size      bytes of all its files
  //   files     { name: "sha256-…" }; the page's own name is ""; null takes the worker away again
  //   later     likewise the files that are kept once they were asked for; "" where the hash is not known. Of the
  //             blocks of a large dossier, those that the front page does not need
  //   blocks    bytes of these blocks
  //   articles  ["SLUG HASH TITLE", …]: by these the page tells what changed between two editions
  //   withdrawn ["SLUG", …]: articles whose text is to be in no cache any more
  //
  // Every edition has a cache of its own. A page and its files come from one cache, so they always fit
  // together. A newer edition is fetched in the background and waits until its reader asks for it or has
  // closed all tabs: that is how browsers treat workers, as long as nothing here hurries them. One that withdraws
  // an article does not wait: it takes over as soon as it is whole, and what is kept of the editions before goes.
  //
  // All of it is one block, so that a part of it is no script: where a transfer ends too early, the rest
  // would else be a worker that does half of this. (`tsconfig.worker.json` asks for the check of types.)

  const { version, size, files, later, blocks, articles, withdrawn } = EDITION;
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;
  // Many sites may share an origin and its caches. What begins with this is ours.
  const prefix = `whosaid ${scope} `;
  // The edition that open tabs still show while this one takes over.
  let keep = version;

  // Where the cache of an edition notes which articles were withdrawn in it. No request has a query when it is
  // looked for, so this is none.
  const note = `${scope}?withdrawn`;

  const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

  // A file as this edition has it, or an error: the browser holds it against its hash, so half a
  // deployment, a message in place of a file, or half a file never get in. What the page has loaded
  // already comes from the browser's cache, and past it only where that holds something else.
  /** @type {(file: string, cache?: RequestCache) => Promise<Response>} */
  const load = async (file, cache = "force-cache") => {
    const response = await fetch(scope + file, { cache, integrity: files?.[file] ?? later[file] });
    // Browsers refuse to open a page by an answer that another address gave.
    return response.redirected ? new Response(response.body, response) : response;
  };
  /** @param {string} file */
  const loadAnew = (file) => load(file).catch(() => load(file, "reload"));

  /**
   * Fetches whatever is not there yet, so an attempt that failed is taken up where it ended.
   * @param {Cache} cache
   */
  const fill = (cache) =>
    Promise.all(
      Object.keys(files ?? {}).map(async (file) => {
        if (await cache.match(scope + file, { ignoreVary: true })) return;
        // The name of a block stands for its content, so an edition before may have it.
        const before = isBlock(file) && (await anywhere(scope + file));
        await cache.put(scope + file, before || (await loadAnew(file)));
      }),
    );

  /**
   * What is kept of the other blocks in editions before is kept on. Where there is no room it is only not kept.
   * @param {Cache} cache
   */
  const inherit = async (cache) => {
    for (const file of Object.keys(later).filter(isBlock)) {
      if (await cache.match(scope + file, { ignoreVary: true })) continue;
      const before = await anywhere(scope + file);
      if (before) await cache.put(scope + file, before);
    }
  };

  /**
   * Whether a cache is that of an edition which had the text of an article that this one withdraws.
   * @param {string} name
   */
  const holdsWithdrawn = async (name) => {
    if (name === prefix + version || !withdrawn.length) return false;
    const noted = await match(note, name);
    /** @type {string[]} */
    const before = noted ? await noted.json() : [];
    return withdrawn.some((slug) => !before.includes(slug));
  };

  /** @param {boolean} [isAgain] */
  const install = async (isAgain) => {
    const cache = await caches.open(prefix + version);
    await fill(cache);
    // A private window of WebKit forgets what is in a cache when a worker that failed is gone, and keeps nothing
    // in it from then on, without a word. It does in a new cache.
    const kept = new Set((await cache.keys()).map(({ url }) => url.slice(scope.length)));
    if (Object.keys(files ?? {}).some((file) => !kept.has(file))) {
      await caches.delete(prefix + version);
      if (isAgain) throw "nothing is kept";
      return install(true);
    }
    if (withdrawn.length) await cache.put(note, new Response(JSON.stringify(withdrawn)));
    await hurry();
    await inherit(cache).catch(() => {});
  };

  // What takes all away is to take over unasked, and what withdraws an article whose text is kept.
  const isUrgent = async () => {
    if (!files) return true;
    for (const name of await ourCaches()) if (await holdsWithdrawn(name)) return true;
    return false;
  };

  // Takes over where that is urgent, and tells whether it is. Chromium may let the worker before stay for long, and forget
  // the wish where that one has just been at work, so a page that learns of it asks again until it has come true.
  const hurry = async () => {
    const urgent = await isUrgent();
    if (urgent) worker.skipWaiting();
    return urgent;
  };

  // Fetches what the browser has dropped since. Where nothing at all is left, a newer worker has taken it away
  // while a page still asks this one, which must not bring it back: to open a cache is to make it.
  const mend = async () => {
    if (!files) throw "nothing is kept";
    const cache = await caches.open(prefix + version);
    if (!(await cache.keys()).length) {
      await caches.delete(prefix + version);
      throw "nothing is kept";
    }
    await fill(cache);
  };

  worker.addEventListener("install", (event) => {
    event.waitUntil(files ? install() : hurry().then(takeOver));
    // Chromium would ask the network for the page as well, while this worker starts.
    event.addRoutes?.({ condition: { requestMode: "navigate" }, source: "fetch-event" });
  });

  const takeOver = async () => {
    // What was read since this worker came is in the cache of the edition before.
    if (files && (await caches.has(prefix + version))) {
      await inherit(await caches.open(prefix + version)).catch(() => {});
    }
    for (const name of await ourCaches()) {
      const isOfUse = files && (name === prefix + version || name === prefix + keep);
      if (!isOfUse || (await holdsWithdrawn(name))) await caches.delete(name);
    }
    // That the registration is gone is not waited for: it waits for the event that this may be a part of.
    if (files) await worker.clients.claim();
    else worker.registration.unregister();
  };

  worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    // The query is the page's own affair.
    const [address] = request.url.split(/[?#]/);
    if (!files || request.method !== "GET" || !address.startsWith(scope)) return;
    const file = address.slice(scope.length).replace(/^index\.html$/, "");
    if (Object.hasOwn(files, file)) event.respondWith(kept(file, request));
    else if (Object.hasOwn(later, file)) event.respondWith(keptLater(file, event));
    // The front page has the content of every page.
    else if (/^(articles|speakers|list)\//.test(file)) event.respondWith(standIn(file, request));
    // Names with a hash never change their content, so a tab of an edition before may have them.
    else if (/[-/][0-9a-f]{8,16}[._]/.test(file)) event.respondWith(keptBefore(request));
    // All else is none of ours: a file that is missing is missing, and never the page.
  });

  /**
   * Looks in a cache without making it, as to open it would. A cache that cannot be read holds nothing: the network
   * may have what the page asks for, and browsers show an error in its place where this fails.
   * @type {(request: RequestInfo, cacheName: string) => Promise<Response | undefined>}
   */
  const match = (request, cacheName) =>
    caches.match(request, { cacheName, ignoreVary: true }).catch(() => undefined);

  /** @type {(file: string, request: Request) => Promise<Response>} */
  const kept = async (file, request) => {
    const response = await match(scope + file, prefix + version);
    // Where the browser has dropped a file, the network may have it still. Other files than this
    // edition's would not fit its page, but another edition's page brings its own.
    return response ?? loadAnew(file).catch((error) => {
      if (file) throw error;
      return fetch(request);
    });
  };

  // What is being put away. Who asks what is kept waits for it.
  /** @type {Set<Promise<void>>} */
  const pending = new Set();

  /** @type {(file: string, event: FetchEvent) => Promise<Response>} */
  const keptLater = async (file, event) => {
    const kept = await match(scope + file, prefix + version);
    if (kept) return kept;
    const response = await loadAnew(file);
    const copy = response.clone();
    const keep = async () => {
      // To open a cache is to make it, and a newer worker may have taken this one's away.
      if (!copy.ok || !(await caches.has(prefix + version))) return;
      await (await caches.open(prefix + version)).put(scope + file, copy);
    };
    // Where there is no room it is only not kept.
    const putting = keep().catch(() => {});
    pending.add(putting);
    event.waitUntil(putting.finally(() => pending.delete(putting)));
    return response;
  };

  /**
   * A page that is not kept: from the network, or else what the front page shows of it.
   * @type {(file: string, request: Request) => Promise<Response>}
   */
  const standIn = (file, request) =>
    fetch(request).catch(() => {
      const [folder, name] = file.replace(/\.html$/, "").split("/");
      const parameter = folder === "articles" ? "article" : folder === "list" || name === "index" ? "view" : "speaker";
      const value = folder === "speakers" && name === "index" ? "speakers" : name;
      const asked = new URL(request.url).searchParams;
      asked.set(parameter, value);
      return Response.redirect(`${scope}?${asked}`);
    });

  /**
   * A file from whichever edition has it.
   * @param {RequestInfo} request
   */
  const anywhere = async (request) => {
    for (const name of await ourCaches()) {
      const response = await match(request, name);
      if (response) return response;
    }
  };

  /** @param {Request} request */
  const keptBefore = async (request) => (await anywhere(request)) ?? fetch(request);

  const isBlock = (/** @type {string} */ file) => file.startsWith("blocks/");

  // How many of the blocks that are kept once they were asked for there are, and how many are kept.
  const keptBlocks = async () => {
    const all = Object.keys(later).filter(isBlock);
    await Promise.all(pending);
    // To open a cache is to make it.
    const isThere = all.length && (await caches.has(prefix + version));
    const keys = isThere ? await (await caches.open(prefix + version)).keys() : [];
    const kept = new Set(keys.map(({ url }) => url.slice(scope.length)));
    return { size: blocks, all: all.length, kept: all.filter((file) => kept.has(file)).length };
  };

  // The page asks by a port what this worker keeps; `whole` is true once every file is there. Without a
  // port it says that the reader wants this edition now, in place of the one it names.
  worker.addEventListener("message", (event) => {
    const [port] = event.ports;
    if (port) {
      const answer = async (/** @type {boolean} */ whole) => {
        const kept = { whole, blocks: await keptBlocks(), hurries: await hurry().catch(() => false) };
        port.postMessage({ version, size, articles, ...kept });
      };
      event.waitUntil(mend().then(() => answer(true), () => answer(false)));
    } else {
      keep = event.data;
      worker.skipWaiting();
    }
  });
}
