/* global $state */
import { flushSync, hydrate, mount, unmount } from 'svelte';

/** Draws a component, or takes over what a server has drawn. What it is given is reactive, as in most pages. */
export function draw(target, Page, given) {
  const props = $state({ ...given });
  const page = (target.firstChild ? hydrate : mount)(Page, { target, props });
  flushSync();
  return { update: (given) => flushSync(() => void Object.assign(props, given)), unmount: () => unmount(page) };
}
