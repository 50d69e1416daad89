/** The nearest ancestor that matches, the element itself included, through the walls of shadow roots and slots. */
export function composedClosest(start: Element, selector: string): Element | null {
  let element: Element | null = start;
  while (element) {
    if (element.matches(selector)) return element;
    element = composedParent(element);
  }
  return null;
}

function composedParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
