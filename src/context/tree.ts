/** The nearest ancestor that matches, the element itself included, through the walls of shadow roots and slots. */
export function composedClosest(element: Element | null, selector: string): Element | null {
  return !element || element.matches(selector) ? element : composedClosest(composedParent(element), selector);
}

/** The element around another, through the walls of shadow roots and slots. */
export function composedParent({ assignedSlot, parentElement, parentNode }: Element): Element | null {
  return assignedSlot ?? parentElement ?? (parentNode as ShadowRoot | null)?.host ?? null;
}
