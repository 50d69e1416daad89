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

/** Every event an `<audio>` fires, https://html.spec.whatwg.org/multipage/media.html#mediaevents */
export const mediaEvents: readonly string[] = (
  'abort canplay canplaythrough durationchange emptied ended error loadeddata loadedmetadata loadstart pause play ' +
  'playing progress ratechange seeked seeking stalled suspend timeupdate volumechange waiting'
).split(' ');
