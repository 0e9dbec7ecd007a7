// Pages work without this file. It keeps them fresh: parts that changed arrive over one event stream and are put in place.

const root = document.documentElement;

/** The same words as TimeWords.cs. */
function brief(seconds) {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172800) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} d`;
}

/** <relative-time><time datetime="…">3 min ago</time></relative-time> stays true while the page is open. */
class RelativeTime extends HTMLElement {
  static shown = new Set();

  connectedCallback() {
    RelativeTime.shown.add(this);
  }

  disconnectedCallback() {
    RelativeTime.shown.delete(this);
  }

  freshen() {
    const time = this.firstElementChild;
    if (!time) return;
    const away = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const length = Math.abs(away);
    const words = length < 1 ? "now" : away < 0 ? `${brief(length)} ago` : `in ${brief(length)}`;
    if (time.textContent !== words) time.textContent = words;
  }
}

/** <elapsed-time><time datetime="start">…</time></elapsed-time> counts up. */
class ElapsedTime extends RelativeTime {
  freshen() {
    const time = this.firstElementChild;
    if (!time) return;
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 1000));
    const [s, min, h, d] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600) % 24, Math.floor(seconds / 86400)];
    const words = d ? `${d} d ${h} h` : h ? `${h} h ${min} min` : min ? `${min} min ${s} s` : `${s} s`;
    if (time.textContent !== words) time.textContent = words;
  }
}

/** <live-updates src="live/jobs?…"> listens while the page is visible. A hidden page holds no connection. */
class LiveUpdates extends HTMLElement {
  static observedAttributes = ["src"];

  connectedCallback() {
    this.onVisible = () => (document.hidden ? this.close() : this.open());
    document.addEventListener("visibilitychange", this.onVisible);
    this.open();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.onVisible);
    this.close();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) {
      this.close();
      this.open();
    }
  }

  open() {
    if (this.stream || document.hidden) return;
    this.stream = new EventSource(new URL(this.getAttribute("src"), document.baseURI));
    this.stream.addEventListener("open", () => (root.dataset.live = "on"));
    this.stream.addEventListener("error", () => (root.dataset.live = "off"));
    this.stream.addEventListener("parts", event => this.apply(event.data));
  }

  close() {
    this.stream?.close();
    this.stream = undefined;
    delete root.dataset.live;
  }

  apply(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    if (this.hasAttribute("data-until")) {
      // The page waits for something to show, and looks different then.
      if (template.content.querySelector(this.getAttribute("data-until"))) location.reload();
      return;
    }
    for (const part of [...template.content.children]) {
      const shown = part.id && document.getElementById(part.id);
      if (shown) put(shown, part);
    }
  }
}

/** Changes what differs and leaves focus, open details and half-written forms alone. */
function put(shown, part) {
  const before = shown.className;
  Idiomorph.morph(shown, part, {
    ignoreActiveValue: true,
    callbacks: {
      beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details"),
    },
  });
  if (before !== shown.className && shown.isConnected) {
    shown.classList.add("changed");
    shown.addEventListener("animationend", () => shown.classList.remove("changed"), { once: true });
  }
}

/** Filters while typing; the address follows, so a reload or a sent link shows the same. */
function filterWhileTyping() {
  let timer;
  let request;
  const show = async form => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const address = new URL(form.getAttribute("action") + (query.size ? `?${query}` : ""), document.baseURI);
    request?.abort();
    request = new AbortController();
    try {
      const response = await fetch(address, { signal: request.signal, headers: { accept: "text/html" } });
      if (!response.ok || response.redirected) return location.assign(address);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      history.replaceState(null, "", address);
      document.title = page.title;
      Idiomorph.morph(document.querySelector("main"), page.querySelector("main"), { ignoreActiveValue: true });
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  };
  document.addEventListener("input", event => {
    const form = event.target.closest?.("form[data-live-form]");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(() => show(form), 200);
  });
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-live-form]")) return;
    event.preventDefault();
    clearTimeout(timer);
    show(event.target);
  });
}

/** <button data-copy> copies the code of its figure. */
function copyOnClick() {
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.closest("figure").querySelector("code").textContent.trim());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
}

/**
 * <input type="checkbox" data-choose-all="ids"> chooses every box of that name. A button that sends a filter instead sends no
 * chosen boxes beside it.
 */
function chooseAll() {
  document.addEventListener("change", event => {
    const name = event.target.dataset?.chooseAll;
    if (name) for (const box of event.target.form.elements[name].forEach ? event.target.form.elements[name] : [event.target.form.elements[name]]) box.checked = event.target.checked;
  });
  document.addEventListener("formdata", event => {
    if (event.formData.get("filter")) event.formData.delete("ids");
  });
}

customElements.define("relative-time", RelativeTime);
customElements.define("elapsed-time", ElapsedTime);
customElements.define("live-updates", LiveUpdates);
filterWhileTyping();
copyOnClick();
chooseAll();
root.classList.add("scripted");
setInterval(() => RelativeTime.shown.forEach(time => time.freshen()), 1000);
