// @ts-check
// <whosaid-dossier>: a dossier in a frame, in anybody's page.
//
//   <script src="https://example.org/dossier/embed.js" async></script>
//   <whosaid-dossier src="https://example.org/dossier/" speaker="jane-doe" height="600">
//     <a href="https://example.org/dossier/?speaker=jane-doe">What Jane Doe said</a>
//   </whosaid-dossier>
//
// Attributes, all but `src` optional, and but `title` and `sandbox` properties as well (null takes one away):
//   src        address of the dossier; may carry parameters of its own
//   q, article, view, theme, paragraph       as in the page's URL; `paragraph` is the part after the #
//   speaker, kind, outlet                    the same; several with spaces between them
//   accent, paper, face                      the host's colours, six hexadecimal digits each, and `serif` or
//              `sans`; an accent that cannot be read on the paper is not used
//   height     pixels reserved at first and kept at least (600); more is taken when the page is longer.
//              A `max-height` in the host's style sheet keeps it from growing: then the frame scrolls
//   title      the frame's name for people who do not see it
//   sandbox    the frame's sandbox. `allow-scripts` alone is the strictest with which the reader works;
//              the dossier's server must then send `Access-Control-Allow-Origin: *`
// `show({ q, speaker: [...] })` sets several at once, until `src` changes. A `whosaid-state` event on the element tells in
// `detail` what the reader has before them; it comes from the frame, so treat it as text.
// What is between the tags serves where this script does not run.
//
// No network, cookies or storage of its own. Version 1.0.0; it speaks version 1 of the messages, which
// are described in the project's docs/embedding.md.
{
  /** @typedef {Record<string, string | string[] | null>} Fields What the frame shows, by parameter. */

  const ONE = ["q", "article", "view", "theme", "paragraph"];
  const MANY = ["speaker", "kind", "outlet"];
  const FIELDS = [...ONE, ...MANY];
  // Told by the address alone, so a change loads the frame anew.
  const LOOK = ["accent", "paper", "face"];
  const FRAME = ["src", "sandbox", "title", "height"];
  const PROPERTIES = [...FIELDS, ...LOOK, "src", "height"];
  // With the frame's own origin it may keep settings and work offline; the links to the sources open
  // in tabs that work as usual.
  const SANDBOX =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

  class WhosaidDossier extends HTMLElement {
    static version = "1.0.0";
    static observedAttributes = [...FIELDS, ...LOOK, ...FRAME];

    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    /**
     * What the frame is to show as soon as it listens.
     * @type {Fields}
     */
    #waiting = {};
    /**
     * What it was told to show, which goes before its attributes when it is loaded anew.
     * @type {Fields}
     */
    #shown = {};
    #listens = false;
    #isConnected = false;

    // What stands between the tags is not shown beside the frame.
    #shadow = this.attachShadow({ mode: "open" });

    connectedCallback() {
      for (const name of PROPERTIES) {
        // Set before this script ran, it would hide the property from then on.
        if (!Object.hasOwn(this, name)) continue;
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
      this.#isConnected = true;
      addEventListener("message", this);
      this.#load();
    }

    disconnectedCallback() {
      this.#isConnected = false;
      removeEventListener("message", this);
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} now
     */
    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === "src") this.#shown = {};
      if (!this.#isConnected) delete this.#shown[name];
      else if (name === "src" || name === "sandbox" || LOOK.includes(name)) this.#load();
      else if (FIELDS.includes(name)) this.show({ [name]: this.#field(name) });
      else this.#dress();
    }

    /** @param {Fields} [fields] */
    show(fields) {
      // A paragraph belongs to the article that was named with it, or is named now.
      if (fields && ("article" in fields || "view" in fields)) {
        const { paragraph } = this.#waiting;
        if (!String(paragraph).startsWith(`${fields.article}-p`)) delete this.#waiting.paragraph;
        this.#shown.paragraph = this.#waiting.paragraph ?? null;
      }
      Object.assign(this.#waiting, fields);
      Object.assign(this.#shown, fields);
      if (!this.#listens) return;
      // To whatever origin: in a strict sandbox it has none, and nothing of this is secret.
      this.#frame?.contentWindow?.postMessage({ ...this.#waiting, whosaid: 1, type: "set" }, "*");
      this.#waiting = {};
    }

    /** @param {Event} event */
    handleEvent(event) {
      const { source, data } = /** @type {MessageEvent} */ (event);
      // Two frames may have one address, and one in a strict sandbox none: the window tells them apart.
      if (!source || source !== this.#frame?.contentWindow || data?.whosaid !== 1) return;
      this.#listens = true;
      if (data.type === "height") this.#fit(data.height);
      if (data.type === "state") {
        this.dispatchEvent(new CustomEvent("whosaid-state", { detail: data, bubbles: true }));
      }
      if (Object.keys(this.#waiting).length) this.show();
    }

    /** @param {string} name */
    #field(name) {
      const value = this.getAttribute(name);
      return value && MANY.includes(name) ? value.split(/\s+/).filter(Boolean) : value;
    }

    /** Where the dossier is, if that is said: without an address the page would frame itself. */
    #address() {
      const src = this.getAttribute("src");
      try {
        return src ? new URL(src, document.baseURI) : null;
      } catch {
        return null;
      }
    }

    #load() {
      const url = this.#address();
      if (!url || !/^https?:$/.test(url.protocol)) return;
      for (const name of FIELDS) {
        const isShown = name in this.#shown;
        const value = isShown ? this.#shown[name] : this.#field(name);
        if (value === null && !isShown) continue;
        if (name === "paragraph") {
          url.hash = `${value ?? ""}`;
          continue;
        }
        url.searchParams.delete(name);
        for (const one of [value ?? []].flat()) url.searchParams.append(name, one);
      }
      for (const name of LOOK) {
        const value = this.getAttribute(name);
        if (value !== null) url.searchParams.set(name, value.replace("#", ""));
      }
      url.searchParams.set("embed", "");
      this.#listens = false;
      this.#waiting = {};
      const frame = document.createElement("iframe");
      this.#frame = frame;
      this.#dress();
      frame.setAttribute("sandbox", this.getAttribute("sandbox") ?? SANDBOX);
      frame.referrerPolicy = "no-referrer";
      frame.loading = "lazy";
      frame.src = url.href;
      this.#fit(0);
      this.#shadow.replaceChildren(frame);
    }

    #dress() {
      if (!this.#frame) return;
      const { style } = this.#frame;
      style.border = "0";
      style.display = "block";
      style.width = style.height = "100%";
      this.#frame.title = this.getAttribute("title") ?? "Who said what: a dossier";
      this.#fit(this.#height);
    }

    #height = 0;

    /**
     * Properties set from a script are not held back by the host's Content-Security-Policy.
     * @param {number} height
     */
    #fit(height) {
      if (!Number.isFinite(height)) return;
      this.#height = Math.min(height, 50_000);
      const least = parseInt(this.getAttribute("height") ?? "", 10) || 600;
      this.style.display = "block";
      this.style.height = `${Math.max(this.#height, least)}px`;
    }
  }

  for (const name of PROPERTIES) {
    Object.defineProperty(WhosaidDossier.prototype, name, {
      /** @this {WhosaidDossier} */
      get() {
        return this.getAttribute(name);
      },
      /**
       * @this {WhosaidDossier}
       * @param {string | string[] | number | null} value
       */
      set(value) {
        if (value === null) this.removeAttribute(name);
        else this.setAttribute(name, [value].flat().join(" "));
      },
    });
  }

  // A page with two snippets has this script twice.
  if (!customElements.get("whosaid-dossier")) {
    customElements.define("whosaid-dossier", WhosaidDossier);
  }
}
