/** The mark: a path that climbs by small steps. Neutral on purpose: nobody reading over a shoulder learns anything from it. */
import type { Html } from './html';

/** The mark to put inside a page, in the colour of the text round it. */
export const mark: Html = {
  html: '<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><path d="M4 27h6v-6h6v-6h6V9h6" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
};
