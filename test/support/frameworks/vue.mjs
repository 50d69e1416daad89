import { createApp, createSSRApp, h, nextTick, reactive } from 'vue';

/** Draws a component, or takes over what a server has drawn. What it is given is reactive, as in most pages. */
export function draw(place, Page, given) {
  const state = reactive({ ...given });
  const app = (place.firstChild ? createSSRApp : createApp)(() => h(Page, { ...state }));
  app.mount(place);
  return { update: (given) => nextTick(() => void Object.assign(state, given)), unmount: () => app.unmount() };
}
