/** The small part of `HTMLMediaElement` that the voice asks for; a real `<audio>` is one, and so is a fake. */
export interface VoiceMedia
  extends
    EventTarget,
    Pick<
      HTMLMediaElement,
      | 'src'
      | 'currentSrc'
      | 'preload'
      | 'currentTime'
      | 'duration'
      | 'paused'
      | 'ended'
      | 'seeking'
      | 'readyState'
      | 'playbackRate'
      | 'defaultPlaybackRate'
      | 'preservesPitch'
      | 'volume'
      | 'muted'
      | 'buffered'
      | 'seekable'
      | 'played'
      | 'error'
      | 'isConnected'
      | 'play'
      | 'pause'
      | 'canPlayType'
    > {}

/**
 * The events of an `<audio>` that are told, https://html.spec.whatwg.org/multipage/media.html#mediaevents
 * Those of a load (`abort`, `emptied`, `loadstart`) are not: for its listeners a dialogue was there all along.
 */
export const mediaEvents: readonly string[] = (
  'canplay canplaythrough durationchange ended error loadeddata loadedmetadata pause play playing progress ' +
  'ratechange seeked seeking stalled suspend timeupdate volumechange waiting'
).split(' ');
