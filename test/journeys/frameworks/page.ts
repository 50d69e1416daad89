import { Component, CUSTOM_ELEMENTS_SCHEMA, EventEmitter, Input, Output } from '@angular/core';

/** A player among others, with text of the page inside, and tags whose numbers are written as words. */
@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @for (part of order; track part) {
      @if (part === 'player') {
        <dialogue-player
          [src]="src"
          [bundle]="bundle"
          [dialogue]="dialogue"
          no-transcript
          (play)="play.emit()"
          (pause)="pause.emit()"
          >{{ text }}</dialogue-player
        >
      } @else {
        <p>{{ part }}</p>
      }
    }
    <dialogue-bundle [src]="src" (dialogue-bundle-ready)="ready.emit($event.bundle.title)">
      <prompt-deck dialogue="introduction" (prompt-deck-changed)="dealt.emit($event.position)">
        @if (text) {
          <p>{{ text }}</p>
        }
        @for (part of order; track part) {
          <p>Fallback for {{ part }}</p>
        }
      </prompt-deck>
    </dialogue-bundle>
    <team-session [src]="src" dialogue="introduction" minutes="60" heading-level="4"></team-session>
  `,
})
export class Page {
  @Input() order: string[] = [];
  @Input() src = '';
  @Input() bundle: object | null = null;
  @Input() dialogue: string | null = '';
  @Input() text = '';
  @Output() play = new EventEmitter<void>();
  @Output() pause = new EventEmitter<void>();
  @Output() ready = new EventEmitter<string>();
  @Output() dealt = new EventEmitter<number>();
}
