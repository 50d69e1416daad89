let probe: HTMLAudioElement | undefined;

/** Whether the page may set the volume. iOS leaves it to the buttons on the device's side, and answers 1 for ever. */
export function canSetVolume(): boolean {
  probe ??= Object.assign(document.createElement('audio'), { volume: 0.5 });
  return probe.volume === 0.5;
}
