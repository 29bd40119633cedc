/** How we say hello (guide.md section 4 A). */
export const greeting = {
  A1: {
    text: "Hi, this is WIN. We help people in Blantyre and Rutherglen find what they need in life. I'm an automated helper, not a person. Type PERSON any time to reach our team.",
  },
  A2: {
    text: "You're in charge. Type SKIP to miss a question, PAUSE for a break, or STOP to end. There are no wrong answers here.",
  },
  A3: {
    text: "We're not an emergency service. If you're in danger, call 999. If you need to talk to someone now, call 111, or Samaritans free on 116 123. Shall we start?",
    choices: { yes: 'Yes', notNow: 'Not now', person: 'Talk to a person' },
  },
  'A1-SMS': {
    text: "Hi, it's WIN. I'm an automated helper, not a person. I can help you find support near you. SKIP, PAUSE or STOP any time. If you're in danger, call 999. OK to start?",
    choices: { yes: 'Yes', later: 'Later', no: 'No' },
  },
  'A1-OUT': {
    text: 'Hi, you asked us to get in touch. Is now an OK time? Reply YES, LATER or NO.',
    choices: { yes: 'YES', later: 'LATER', no: 'NO' },
  },
} as const;
