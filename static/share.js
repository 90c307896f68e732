// What the two buttons in the foot of the page open. Loaded when one of them is first pressed.

/** An element with properties and content. All text goes in as text. */
const el = (name, properties, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

const button = (textContent, onclick) => el("button", { type: "button", textContent, onclick });

const says = (...words) => el("p", {}, ...words);

/** Opens a dialog and gives it back. */
const open = (title, ...content) => {
  const box = el(
    "dialog",
    {
      className: "keys share",
      ariaLabel: title,
      onclose: () => box.remove(),
      // The reader's single keys are not for what stands before it.
      onkeydown: (event) => event.stopPropagation(),
    },
    el("h2", {}, title),
    ...content,
    button("Close", () => box.close()),
  );
  document.body.append(box);
  box.showModal();
  return box;
};

const choice = (...options) => el("select", {}, ...options.map((option) => el("option", {}, option)));
const number = (placeholder) => el("input", { type: "number", min: 200, step: 50, placeholder });
const labelled = (text, field) => el("label", {}, text + " ", field);

const ENTITIES = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };
const escaped = (text) => `${text}`.replace(/[&"<]/g, (sign) => ENTITIES[sign]);

/** An element as markup; `inside` is markup. */
const markup = (name, attributes, inside = "") => {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${pairs.join("")}>${inside}</${name}>`;
};

/** "Embed this view": the snippet for the present state, and how it looks. */
export const embed = () => {
  const here = new URL(location);
  const parameters = here.searchParams;
  // The address where the publisher says that the site stands, if anywhere.
  const page = new URL(document.querySelector("link[rel=canonical]")?.href ?? here);
  page.search = page.hash = "";

  const form = choice("Fits its content, by a script", "Plain frame");
  const width = number("100%");
  const height = number("600");
  const theme = choice("auto", "light", "dark");
  theme.value = parameters.get("theme") ?? "auto";
  const snippet = el("textarea", { readOnly: true, rows: 6, ariaLabel: "Snippet" });
  const status = el("p", { role: "status" });
  const preview = el("iframe", { title: "Preview", width: "100%" });

  const write = () => {
    parameters.delete("embed");
    parameters.delete("theme");
    if (theme.selectedIndex) parameters.set("theme", theme.value);
    const attributes = {};
    for (const name of parameters.keys()) attributes[name] = parameters.getAll(name).join(" ");
    if (here.hash) attributes.paragraph = here.hash.slice(1);
    const outside = new URL(here.search + here.hash, page);
    parameters.set("embed", "");
    const framed = here.search + here.hash;

    const { title } = document;
    const wide = width.value ? width.value + "px" : "100%";
    const high = height.value || 600;
    snippet.value = form.selectedIndex
      ? markup("iframe", {
          src: new URL(framed, page),
          title,
          width: wide,
          height: high,
          style: "border:0",
          loading: "lazy",
          referrerpolicy: "no-referrer",
          sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
        })
      : markup("script", { src: new URL("embed.js", page), async: "" }) +
        markup(
          "whosaid-dossier",
          {
            src: page,
            ...attributes,
            title,
            height: high,
            style: `display:block;width:${wide};min-height:${high}px`,
          },
          markup("a", { href: outside }, escaped(title)),
        );
    status.textContent = "";
    preview.height = high;
    preview.src = framed;
  };
  write();

  const copy = button("Copy", () => {
    snippet.select();
    // The one way to copy that works in every frame.
    status.textContent = document.execCommand("copy") ? "Copied." : "Not allowed here; copy what is selected.";
  });
  const fields = [
    labelled("Form", form),
    labelled("Width", width),
    labelled("Height", height),
    labelled("Colours", theme),
  ];
  const box = open("Embed this view", el("p", { className: "share-fields", onchange: write }, ...fields), snippet, status, copy);
  // In a frame itself, the page shows no further one.
  if (parent === window) box.append(preview);
};

/** "What this page loads": every request so far, and all that the browser keeps. */
export const loads = async () => {
  const { origin, href } = location;
  const folder = new URL(".", href).href;
  const requests = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  // What a page asks of the browser for its worker is not among its requests, but in WebKit.
  let registration;
  try {
    registration = await navigator.serviceWorker?.getRegistration();
  } catch {}
  const name = registration?.active?.scriptURL;
  if (name && requests.every((request) => request.name !== name)) requests.push({ name });
  const elsewhere = requests.filter(({ name }) => new URL(name).origin !== origin);
  const row = (name, size) => {
    const told = el("td", {}, size ? size.toLocaleString() + " bytes" : "size not told");
    // Not in the style sheet, which every reader loads.
    Object.assign(told.style, { textAlign: "end", whiteSpace: "nowrap" });
    return el("tr", {}, el("td", {}, name.replace(folder, "").split(/[?#]/)[0] || "the page"), told);
  };
  const rows = requests.map(({ name, encodedBodySize }) => row(name, encodedBodySize));

  // In a strict frame the mere asking for any of these throws.
  const kept = [];
  const files = [];
  let cookies = "";
  let none = "Nothing is kept in this browser.";
  try {
    for (const key in localStorage) if (/^whosaid/.test(key)) kept.push(`${key}: ${localStorage[key]}`);
    cookies = document.cookie;
    for (const name of (await self.caches?.keys()) ?? []) {
      if (!name.startsWith(`whosaid ${folder} `)) continue;
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const file = await cache.match(url, { ignoreVary: true });
        files.push(row(url, (await file.blob()).size));
      }
    }
  } catch {
    none = "The browser lets this page keep nothing.";
  }

  open(
    "What this page loads",
    says(
      `${rows.length - elsewhere.length} requests to ${origin}. `,
      elsewhere.length ? `${elsewhere.length} went elsewhere, which is not this page’s doing.` : "None went elsewhere.",
    ),
    el("table", {}, ...rows),
    says(cookies ? "This page sets no cookies; others at its address have." : "No cookies are set."),
    says(kept.length || files.length ? `Kept in this browser: ${kept.join("; ") || "no settings"}.` : none),
    files.length ? says("Files for reading offline, without compression:") : "",
    files.length ? el("table", {}, ...files) : "",
  );
};
