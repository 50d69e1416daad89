import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';

/** Draws a component. A function that it is given, `onPlay`, hears the output of that name, `play`. */
export async function draw(place, Page, given) {
  const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
  const page = app.bootstrap(Page, place.appendChild(place.ownerDocument.createElement('app-page')));
  const update = (given) => {
    for (const [name, value] of Object.entries(given)) {
      if (typeof value !== 'function') page.setInput(name, value);
    }
    return app.whenStable();
  };
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') page.instance[name.slice(2).toLowerCase()].subscribe(value);
  }
  await update(given);
  return { update, unmount: () => app.destroy() };
}
