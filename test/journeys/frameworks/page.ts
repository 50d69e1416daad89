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
    <prompt-deck [src]="src" dialogue="introduction" layout="list">
      @if (text) {
        <p>{{ text }}</p>
      }
      @for (part of order; track part) {
        <p>Fallback for {{ part }}</p>
      }
    </prompt-deck>
    <team-session [src]="src" dialogue="introduction" minutes="60" heading-level="4"></team-session>
  `,
})
export class Page {
  @Input() order: string[] = [];
  @Input() src = '';
  @Input() bundle: object | null = null;
  @Input() dialogue = '';
  @Input() text = '';
  @Output() play = new EventEmitter<void>();
  @Output() pause = new EventEmitter<void>();
}
