// Every way in which a script could send something away, each as a function that runs in a page and
// is given an address.

/** Ways that the page's policy must block. */
export const CHANNELS: Record<string, (url: string) => unknown> = {
  fetch: (url) => void fetch(url, { mode: "no-cors" }).catch(() => {}),
  XMLHttpRequest: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  beacon: (url) => void navigator.sendBeacon(url, "x"),
  ping: (url) => {
    const link = document.createElement("a");
    link.href = "#";
    link.ping = url;
    document.body.append(link);
    link.click();
    link.remove();
  },
  WebSocket: (url) => void new WebSocket(url.replace("http", "ws")),
  EventSource: (url) => void new EventSource(url),
  image: (url) => void (new Image().src = url),
  "image of an SVG": (url) => {
    const name = "http://www.w3.org/2000/svg";
    const [svg, image] = ["svg", "image"].map((tag) => document.createElementNS(name, tag));
    image!.setAttribute("href", url);
    svg!.append(image!);
    document.body.append(svg!);
  },
  icon: (url) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "icon", href: url });
    document.head.append(link);
  },
  video: (url) => void (document.createElement("video").src = url),
  "style sheet": (url) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: url });
    document.head.append(link);
  },
  "CSS image": (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { background-image: url("${url}"); }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  "style of an element": (url) => void (document.body.style.backgroundImage = `url("${url}")`),
  font: (url) => void new FontFace("x", `url("${url}")`).load().catch(() => {}),
  frame: (url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.body.append(frame);
  },
  object: (url) => {
    const object = document.createElement("object");
    object.data = url;
    document.body.append(object);
  },
  embed: (url) => {
    const embed = document.createElement("embed");
    embed.src = url;
    document.body.append(embed);
  },
  script: (url) => {
    const script = document.createElement("script");
    script.src = url;
    document.head.append(script);
  },
  import: (url) => void import(url).catch(() => {}),
  worker: (url) => {
    const text = `fetch(${JSON.stringify(url)}, { mode: "no-cors" })`;
    new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  },
  prefetch: (url) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", href: url });
    document.head.append(link);
  },
  preload: (url) =>
    new Promise((done) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "image", href: url, onload: done, onerror: done });
      document.head.append(link);
    }),
  modulepreload: (url) =>
    new Promise((done) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "modulepreload", href: url, onload: done, onerror: done });
      document.head.append(link);
    }),
  "form post": (url) => {
    const [form, frame] = [document.createElement("form"), document.createElement("iframe")];
    frame.name = "answer";
    Object.assign(form, { action: url, method: "post", target: "answer" });
    document.body.append(form, frame);
    form.submit();
  },
};
