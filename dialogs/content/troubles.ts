/** What a page, or a machine that asked, is told when something is not there or did not work: a heading, then what to do. */

export interface Trouble {
  readonly heading: string;
  readonly line: string;
}

const ours: Trouble = {
  heading: "That didn't work",
  line: 'Something went wrong on our side. Please wait a minute and try again.',
};

const troubles: Readonly<Record<number, Trouble>> = {
  400: { heading: "That didn't come through", line: 'That did not arrive in a way we can read.' },
  403: { heading: 'This page is not open to you', line: 'We do not know who is calling.' },
  404: { heading: 'This page is not here', line: 'The link may be old, or not quite right. The chat is one tap away.' },
  405: { heading: "That didn't come through", line: 'That is not something this address does.' },
  413: { heading: "That didn't come through", line: 'That is too large.' },
  415: { heading: "That didn't come through", line: 'That is a kind of file we do not take.' },
  429: { heading: 'Lots of people are here just now', line: 'That is a lot at once. Please wait a minute.' },
  503: { heading: "We can't answer just now", line: 'Please wait a minute and try again.' },
};

/** Under every such page, and in every answer of 500 and more: help that is there whatever we do. */
export const helpNow = "If you're in danger, call 999. To talk to someone now, call Samaritans free on 116 123.";

/** The words for an HTTP status; what nobody has words for is a fault of ours. */
export const troubleOf = (status: number): Trouble => troubles[status] ?? ours;

/** In a group chat, where others read along. */
export const oneToOneOnly =
  'Hello. I only talk with one person at a time, so that what you say stays between us. Open a chat with me alone and say hello there.';
