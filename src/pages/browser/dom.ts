/** Attributes of an element; `on…` are listeners. */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined | ((event: Event) => void) };

const SVG = "http://www.w3.org/2000/svg" as const;

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** An element of HTML; texts become text, whatever they hold. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function svg(name: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): SVGElement {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** What makes something of SVG a button: for the mouse and for the keyboard. */
export function pressable(label: string, isPressed: boolean, act: () => void): Attributes {
  return {
    role: "button",
    tabindex: 0,
    "aria-label": label,
    "aria-pressed": String(isPressed),
    onclick: act,
    onkeydown: (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== "Enter" && key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}

/** The class that colours an outcome. */
export function toClass(kind: string): string {
  return `o-${kind.replace(/[^a-z]/g, "-")}`;
}

/** A drawing with its title. */
export function figure(title: string, ...content: readonly Node[]): Node {
  return html("figure", {}, html("figcaption", {}, title), ...content);
}

/** Draws anew what had the focus, too: what has its label gets it. */
export function keepFocus(draw: () => void): void {
  const focused = document.activeElement?.getAttribute("aria-label") ?? undefined;
  draw();
  if (focused === undefined) return;
  [...document.querySelectorAll<HTMLElement | SVGElement>("[aria-label]")]
    .find((element) => element.getAttribute("aria-label") === focused)
    ?.focus();
}
