/** The mark: a path that climbs by small steps. Neutral on purpose: nobody reading over a shoulder learns anything from it. */
import type { Html } from './html';

/** The mark to put inside a page, in the colour of the text round it. */
export const mark: Html = {
  html: '<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path d="M4 27h6v-6h6v-6h6V9h6" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
};

/** A small drawing for the first screen, where there is room: a path up a hill, and the sun. Says nothing on its own. */
export const hill: Html = {
  html: '<svg viewBox="0 0 220 72" width="220" height="72" aria-hidden="true" focusable="false"><circle cx="176" cy="22" r="13" fill="#f4c542"/><path d="M2 70C50 66 74 34 120 40c38 5 60 18 98 14v16Z" fill="currentColor" opacity=".14"/><path d="M14 66h30v-9h28V47h28V37h26" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
};
