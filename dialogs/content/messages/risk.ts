/** Risk replies: fixed text, never rewritten by a machine (guide.md section 4 R). */
export const risk = {
  RS1: {
    text: "Thank you for telling me. I'm worried about you. Please call 999 now, or go to A&E. If you can, move away from anything you might use to hurt yourself. Is someone with you?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RS2: {
    text: "You can talk to someone now, free. Call Samaritans on 116 123, or 111 and choose mental health. If you'd rather text, send SHOUT to 85258. Can one of our team call you?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RS3: {
    text: "Thank you for trusting me with that. You don't have to face it on your own. Are you safe right now?",
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  RS3U: {
    text: "I want to check I've understood you. Are you having thoughts of suicide?",
    choices: { yes: 'Yes', no: 'No', talk: "I'd rather talk" },
  },
  RS4: {
    text: "I'm glad you're safe just now. I've asked our team to look at this. Any time, day or night, you can call Samaritans on 116 123 or text SHOUT to 85258. Shall they call you today?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  RSH: {
    text: "Thank you for telling me. That sounds really painful. Do you need medical help right now, for a wound or something you've taken?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RD1: {
    text: "Please call 999 now if you can. If you can't speak, use a mobile, listen, then press 55 when asked. If it's safe, reply with where you are and our team can call for you.",
  },
  RD2: {
    text: "Please call 999 now if you can. If you can't speak, use a mobile, listen, then press 55 when asked. Our team isn't online just now, so please don't wait for us.",
  },
  RDA1: {
    text: "Thanks. I'll keep this short. Is it OK to chat just now?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RDA2: {
    text: "OK, thanks for getting back to me today. I believe you, and it isn't your fault. A free helpline is open day and night, for anyone: 0800 027 1234. They text and WhatsApp too: 07401 288 595. Would you like our team to call?",
    choices: { yes: 'Yes', no: 'No', more: 'Tell me more' },
  },
  RDA3: {
    text: "Thanks for chatting, that's all for now. You may want to delete these messages. If you're in danger, call 999. If you can't speak, use a mobile and press 55 when asked. Send HELLO any time. I won't text first.",
  },
  RCP1: {
    text: 'Thank you for telling us about this today. If a child is in danger now, call 999. Keeping children safe comes first, so we may need to pass this on. Can our team talk to you about it today?',
    choices: { yes: 'Yes', no: 'No' },
  },
  RCP2: {
    text: "You can also speak to social work yourself, day or night: {sw_number}. You don't need to be sure. You don't have to give your name.",
  },
  RH1: {
    text: 'Thank you for being honest. Is anyone in danger right now?',
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  RH2: {
    text: 'Please call 999 now. If you think you might hurt someone, step away to another place if you can. You can call 111 or Samaritans on 116 123. We may have to tell the police.',
  },
  RM1: {
    text: "Please call 999 now and ask for an ambulance, or get someone near you to call. Tell them what you took and when. Unlock your door if you can. Don't wait to see if it passes.",
  },
  RM2: {
    text: "Please call 999 now and ask for an ambulance. Stay with them. If they're breathing, lay them on their side. Use naloxone if you have it. Do what the 999 team tell you.",
  },
  RN1: {
    text: "Thank you for telling me. It sounds like it's got hard to keep on top of things. That happens to lots of people. Can one of our team call you today?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  RX1: {
    text: "Thanks. I'll keep this short. Is it OK to chat just now?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RX2: {
    text: "OK, thanks for getting back to me today. You've done nothing wrong. If you're in danger, call 999. A free helpline for people being controlled or made to work is 08000 121 700. You can stay anonymous. Would you like our team to help you call?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RP1: {
    text: 'That sounds frightening. You deserve support with it. Are you safe just now?',
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  RP2: {
    text: "You can call 111 any time, day or night, and choose mental health. Our team can call with you if that's easier. Would you like that?",
    choices: { yes: 'Yes', no: 'No' },
  },
  RHOME1: {
    text: "I'm sorry, that's a lot to face. The council should help, day or night. Call {home_day} (option 5) before 4.45pm on weekdays, or {home_ooh} any other time. Shall we call with you?",
    choices: { yes: 'Yes', no: 'No', noCredit: 'No credit' },
  },
  RFOOD1: {
    text: "I'm sorry. Let's sort today first. Do you have anything to eat, or any heat, right now?",
    choices: { aBit: 'A bit', nothingToEat: 'Nothing to eat', noHeat: 'No heat', neither: 'Neither' },
  },
  RFOOD2: {
    text: "Thank you. Our team can get you a food bank slip and help with a crisis grant. It's OK to ask. Are there children, or anyone ill, in the house?",
    choices: { yes: 'Yes', no: 'No', notSay: 'Rather not say' },
  },
  RJOKE: {
    text: "That's OK. I'd rather ask than miss something. One of our team will still have a look, just to be sure. Would you like to carry on another time?",
    choices: { carryOn: 'Carry on', anotherTime: 'Another time' },
  },
  RAFTER: {
    text: "Hi, it's {person}. Thanks for talking with us. Is now an OK time?",
    choices: { yes: 'Yes', later: 'Later' },
  },
} as const;
