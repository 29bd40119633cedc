/** The full privacy words of the page `/privacy` (guide.md 2.6 and the notice layer of section 4): short, plain and true. */

export interface PrivacyPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** `org` and `phone` are the team's. Times are those that `keepUntil` keeps to; a test compares the two. */
export function privacyWords({ org, phone }: { readonly org: string; readonly phone: string }): readonly PrivacyPart[] {
  return [
    {
      heading: 'Who we are',
      lines: [
        `We're ${org}. We help people in Blantyre and Rutherglen find what they need in life.`,
        'The chat is an automated helper, not a person. It never turns anyone away. A person can look at anything it says, and change it.',
      ],
    },
    {
      heading: 'What we keep, and why',
      lines: [
        'We keep what you tell us, so our small team can help and you need not say it twice.',
        'For private things, like your health, we ask you first. You can say no and still get help.',
        'We keep as little as we can. We use it to help you, never to sell you anything.',
      ],
    },
    {
      heading: 'Who sees it',
      lines: [
        'Our own team. A group that could help you sees only what you said yes to, and we show you every line first.',
        'If you text us, the text goes through a phone company. On WhatsApp it goes through WhatsApp.',
        "We don't tell your family, your partner, your landlord, your work or the Jobcentre.",
      ],
    },
    {
      heading: 'When we may have to tell someone',
      lines: [
        "If you or someone else could be badly hurt, we may have to tell someone who can help. We'd try to talk to you first.",
        'That is more likely when a child may be at risk. Then the law can mean we must.',
      ],
    },
    {
      heading: 'How long we keep it',
      lines: [
        "If you don't say yes to us keeping it, the chat is gone after 1 day.",
        'If you say yes, we keep it for 30 days after you last wrote. If we passed you on, or the talk came to its end, for 90 days.',
        "If someone was at risk, we must keep a record for 7 years. Where it is about a child, we don't delete it on a date.",
      ],
    },
    {
      heading: 'On your phone or computer',
      lines: [
        'One small cookie says it is still your browser. It goes when you close the browser, or use Leave now.',
        'There are no adverts here, and nobody else watches what you do on this page.',
      ],
    },
    {
      heading: 'Your rights',
      lines: [
        'You can see what we keep, have it put right, or have it deleted. You can change your mind about sharing any time.',
        `Ask in the chat, or call us on ${phone}.`,
        'Not happy with us? Tell us the same way. We answer within 30 days. You can also tell the Information Commissioner, at ico.org.uk.',
      ],
    },
    {
      heading: 'The law we go by',
      lines: [
        'UK data protection law. Mostly: your clear yes, for private things and for sharing. Our work with you, for the rest.',
        'To protect a life, or someone at risk, the law lets us act without a yes.',
      ],
    },
  ];
}
