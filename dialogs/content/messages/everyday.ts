/** Everyday and awkward moments (guide.md section 4 X). */
export const everyday = {
  X1: {
    text: "No problem. Take all the time you need. Send HELLO when you're ready.",
  },
  X2: {
    text: 'Hi, no rush at all. Would you like to carry on, or leave it for now?',
    choices: { carryOn: 'Carry on', leave: 'Leave it' },
  },
  X3: {
    text: "We'll leave it there for now, and that's fine. Send HELLO any time if you'd like to chat.",
  },
  X4A: {
    text: 'Hello again. Is now an OK time to chat?',
    choices: { yes: 'Yes', notNow: 'Not now' },
  },
  X4B: {
    text: 'Good to hear from you. Would you like to carry on from last time, or start fresh?',
    choices: { carryOn: 'Carry on', startFresh: 'Start fresh', person: 'Talk to a person' },
  },
  X5: {
    text: "That's OK. Lots of people aren't sure. Would you like to see a list, talk to a person, or skip this one?",
    choices: { seeAList: 'See a list', person: 'Talk to a person', skip: 'Skip' },
  },
  X6: {
    text: "That sounds really hard. It's OK to be angry. Would you like to keep going, take a break, or talk to a person?",
    choices: { keepGoing: 'Keep going', break: 'Take a break', person: 'Talk to a person' },
  },
  X7: {
    text: "Thanks for the voice note. I can't listen to it, but our team can. Would you like a person to hear it, or would you rather type?",
    choices: { person: 'A person', type: "I'll type" },
  },
  X8: {
    text: "Thanks. I can't see pictures, but our team can. If it shows someone hurt or in danger, please call 999 now. Shall I ask a person to look?",
    choices: { yes: 'Yes', no: 'No, delete it' },
  },
  X9A: {
    text: "I'd like to help, but we can't carry on with messages like that. Would you like a break, or to talk to a person?",
    choices: { break: 'A break', person: 'Talk to a person' },
  },
  X9B: {
    text: "I'm going to end the chat for today. You're welcome back another time. If you're in danger, call 999.",
  },
  X10: {
    text: 'Thanks for telling me. WIN is for people aged 16 and over, but you matter to us. Childline is free, day or night: 0800 1111. Can our team help you find the right place?',
    choices: { yes: 'Yes', no: 'No' },
  },
  X11: {
    text: "Thanks. You can use WIN. As you're under 18, if we think you're not safe we'd need to tell someone who can help. We'd try to talk to you first. OK to go on?",
    choices: { yes: 'Yes', no: 'No', person: 'Talk to a person' },
  },
  X12A: {
    text: "It's good of you to look out for them. Please don't send their name or private details just yet. Are you worried they're in danger right now?",
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  X12B: {
    text: "The best way is for them to get in touch when they're ready. You can pass on this number. Would you like to talk to our team about how to help them?",
    choices: { yes: 'Yes', no: 'No thanks' },
  },
  X12C: {
    text: 'Looking out for someone can take a lot out of you. Would you like something for yourself too?',
    choices: { yes: 'Yes', no: 'No thanks' },
  },
  X13: {
    text: 'I can only chat in English just now. We can call you with an interpreter, free. Which language do you speak?',
  },
  X14: {
    text: 'Thanks for telling us. We can arrange a BSL interpreter. In an emergency, use the 999 BSL app, or text 999 if you have signed up. What would suit you best?',
    choices: { bslInterpreter: 'BSL interpreter', textOnly: 'Text only', person: 'Talk to a person' },
  },
  X15: {
    text: "Thanks. We mostly cover Blantyre and Rutherglen, but we won't leave you stuck. Shall I find someone nearer you?",
    choices: { yes: 'Yes', person: 'Talk to a person' },
  },
  X16: {
    text: "Sorry, wrong number. We won't text again.",
  },
  X17: {
    text: "OK, we've stopped. We won't message again. Send HELLO if you ever want us.",
  },
  'X17-U': {
    text: 'OK.',
  },
  X18A: {
    text: "You can ask us to delete what we hold. If we must keep something for safety or by law, we'll tell you what and why. Shall I ask our team to do this?",
    choices: { yes: 'Yes, delete it', no: 'No' },
  },
  X18B: {
    text: 'Done. A person will sort this and reply within 1 month, usually sooner. We need a number or email to reply to. Is this number OK?',
    choices: { yes: 'Yes', useAnother: 'Use another' },
  },
  X19: {
    text: "You can see what we hold about you. It's free. We'll reply within 1 month, and may need to check it's really you. How should we send it?",
    choices: { readItToMe: 'Read it to me', email: 'Email', post: 'Post', pickItUp: 'Pick it up' },
  },
  X20: {
    text: "I'm sorry we got this wrong. A person will read what you say and reply by {by}. You won't lose any help by telling us. What happened?",
    choices: { tellYouHere: 'Tell you here', callMe: 'Call me', email: 'Email' },
  },
  X21: {
    text: "Yes, I'm an automated helper, not a person. I can get things wrong. Real people from our team read chats {hours}. Would you like to talk to one?",
    choices: { yes: 'Yes', keepGoing: 'Keep going' },
  },
  X22: {
    text: "Only our team sees this. We won't tell the Jobcentre, your landlord or the council unless you ask us to. The one exception is if someone could be badly hurt.",
  },
  X23: {
    text: "I can't give medical or legal advice, but I can find someone who can. For health, call 111 any time. Shall I ask our team to help?",
    choices: { yes: 'Yes', no: 'No thanks' },
  },
  X24: {
    text: "I'm passing you to {person} now. They can see what you've said, so you don't need to repeat it. They should reply within {mins} minutes.",
  },
  X25: {
    text: "Our team is back {open}. I've left them a note. If you need someone before then, call Samaritans on 116 123 or call 111. If you're in danger, call 999.",
  },
  X26: {
    text: "Sorry, I didn't catch that. Could you say it another way? Or type PERSON to reach our team.",
    choices: { person: 'Talk to a person' },
  },
  X27: {
    text: "Sorry, something went wrong on our side. It wasn't you. Please call {phone} or try again later. If you're in danger, call 999.",
  },
  X28: {
    text: "I'm so sorry. Losing someone is very hard, and there's no right way to feel. Would you like someone to talk to?",
    choices: { yes: 'Yes', notNow: 'Not now' },
  },
  X29: {
    text: 'Thank you for telling us. We take this seriously. Our safeguarding lead will look at it, not the person you mean. Can they contact you?',
    choices: { yes: 'Yes', no: 'No' },
  },
} as const;
