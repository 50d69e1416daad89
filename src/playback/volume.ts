let settable: boolean | undefined;

/** Whether the page may set the volume. iOS leaves it to the buttons on the device's side, and answers 1 for ever. */
export function canSetVolume(): boolean {
  if (settable === undefined) {
    const probe = document.createElement('audio');
    probe.volume = 0.5;
    settable = probe.volume === 0.5;
  }
  return settable;
}
