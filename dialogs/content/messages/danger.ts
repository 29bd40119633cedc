/**
 * Words of our own around danger (changes to the guide 1 to 8, 17): one gentle question where something may be wrong,
 * answers to what people say after a first reply, and the guide's replies without a closed line or a "today" nobody keeps.
 */
export const danger = {
  'W-CHECK-DANGER': {
    text: "Thanks for telling me that. I'd like to ask one thing. Is there anyone near you now who might hurt you?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-HOME': {
    text: "Thanks for telling me that. I'd like to ask one thing. Does someone close to you make you feel scared or trapped?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-CHILD': {
    text: "Thanks for telling me that. I'd like to ask one thing. Is a child or young person being hurt, or not safe?",
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  'W-CHECK-YOUNG': {
    text: "Thanks for telling me that. I'd like to ask one thing. Is anyone hurting you, or making you feel not safe?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-OTHERS': {
    text: "Thanks for being straight with me. I'd like to ask one thing. Do you feel you might hurt someone?",
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  'W-CHECK-BODY': {
    text: "Thanks for telling me that. I'd like to ask one thing. Does anyone need a doctor or an ambulance right now?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-USED': {
    text: "Thanks for telling me that. I'd like to ask one thing. Is someone making you do things, or keeping your money or papers?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-BED': {
    text: "Thanks for telling me that. I'd like to ask one thing. Are you stuck for somewhere to sleep tonight?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-FOOD': {
    text: "Thanks for telling me that. I'd like to ask one thing. Are you short of food or heat today?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-MIND': {
    text: "Thanks for telling me that. I'd like to ask one thing. Are you seeing, hearing or feeling things that frighten you?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-COPE': {
    text: "Thanks for telling me that. I'd like to ask one thing. Is it hard to look after yourself at the moment?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-CHECK-THEM': {
    text: "Thanks for looking out for them. I'd like to ask one thing. Do you think they might be hurt, or in danger?",
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  'W-CHECK-OK': { text: "Thanks for saying. I'd rather ask than miss something. You can tell me any time." },
  'W-CHECK-SKIP': {
    text: "That's fine, you don't have to say. Our team will have a look, to be sure you're OK. Any time you want a voice, Samaritans are free on 116 123. In danger, call 999.",
  },
  'W-CHECK-GRIEF': { text: "Thanks for saying. I'm so sorry for your loss. There's no right way to feel." },
  'W-CHECK-TIRED': { text: "Thanks for saying. It sounds like you've been carrying a lot, and that's hard." },
  'W-THEM': {
    text: 'Thank you for looking out for them. Are they hurt, or in danger, right now?',
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  'W-THEM-NOT-NOW': {
    text: "You're doing a good thing. You can call Samaritans free on 116 123 to ask how to help, or 111 and choose mental health. If things change, call 999. Can one of our team talk to you about it?",
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-CHILD': {
    text: "Thank you for telling me. It isn't your fault. You can talk to Childline free, day or night: 0800 1111. If you're in danger now, call 999. Can one of our team talk with you?",
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-RCP1-SHUT': {
    text: 'Thank you for telling us about this today. If a child is in danger now, call 999. Keeping children safe comes first, so we may need to pass this on. Can our team talk to you when they are back, {opens}?',
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-RAPE-SAFE': {
    text: "Thank you for telling me. I believe you, and it isn't your fault. In danger now, call 999. Is there anyone near you who might hurt you?",
    choices: { yes: 'Yes', no: "No, I'm OK", unsure: 'Not sure' },
  },
  'W-RAPE': {
    text: "Thank you for trusting me. I believe you, and it isn't your fault. Rape Crisis Scotland listen, free: 08088 01 03 02. For medical care, day or night: 0800 148 88 88. The police are your choice. Shall our team call?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  'W-RAPE-DAY': {
    text: "Thank you for trusting me. I believe you, and it isn't your fault. For medical care, free, day or night: 0800 148 88 88. It's best within 7 days. The police are your choice. Shall our team call?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  'W-RS4-SHUT': {
    text: "I'm glad you're safe for now. Any time, day or night, you can call Samaritans on 116 123 or text SHOUT to 85258. Our team is back {opens}. Shall they call you then?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  'W-RN1-SHUT': {
    text: "Thank you for telling me. It sounds like it's got hard to keep on top of things. That happens to lots of people. Our team is back {opens}. Can one of them call you then?",
    choices: { yes: 'Yes', textMe: 'Text me', no: 'No' },
  },
  'W-RDA2-NOW': {
    text: "OK, thanks. I'll be quick, and go at your pace. I believe you, and it isn't your fault. A free helpline is open day and night, for anyone: 0800 027 1234. They text and WhatsApp too: 07401 288 595. Would you like our team to call?",
    choices: { yes: 'Yes', no: 'No', more: 'Tell me more' },
  },
  'W-RDA2-MORE': {
    text: "It's people who listen and believe you. You don't have to leave, or decide anything. They can help you think about staying safe, and there are interpreters. Would you like our team to call?",
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-RX2-NOW': {
    text: "OK, thanks. I'll be quick, and go at your pace. You've done nothing wrong. If you're in danger, call 999. A free helpline for people being controlled or made to work is 08000 121 700. You can stay anonymous. Would you like our team to help you call?",
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-HOME': {
    text: "I'm sorry, that's a lot to face. The council should help, day or night. The line open now is {line}. Say you have nowhere to stay tonight. Shall we call with you?",
    choices: { yes: 'Yes', no: 'No', noCredit: 'No credit' },
  },
  'W-HOME-SHUT': {
    text: "I'm sorry, that's a lot to face. The council should help, day or night. The line open now is {line}. Say you have nowhere to stay tonight. Can you make that call?",
    choices: { yes: 'Yes', no: 'No', noCredit: 'No credit' },
  },
  'W-HOME-YOUNG': {
    text: "I'm sorry, that's a lot to face. Call the council now on {line}. Tell them your age, and that you have nowhere tonight. Childline can help you do it, free: 0800 1111. Can one of our team talk with you?",
    choices: { yes: 'Yes', no: 'No', noCredit: 'No credit' },
  },
  'W-NO-CALL': {
    text: 'Calls to 0800 numbers are free, even with no credit. If you have no phone, go to a police station or A&E. They can make the call with you.',
  },
  'W-FREE-COUNCIL': {
    text: "The council's line is free, even with no credit: 0800 24 20 24. Say you have nowhere to stay tonight. If you have no phone, go to a police station or A&E. They can make the call with you.",
  },
  'W-FREE-SHELTER': {
    text: 'This call is free, even with no credit: Shelter Scotland, 0808 800 4444, until 5pm. From 4.45pm, ask me for the free council number. If you have no phone, go to a police station or A&E.',
  },
  'W-FREE-ANY': {
    text: 'These are free, even with no credit: Samaritans on 116 123, and 111, day or night. Calls to 0800 numbers are free too. In danger, call 999.',
  },
  'W-FOOD-HEAT': {
    text: "Thank you. Our team can help with food, a top-up for the meter and a crisis grant. It's OK to ask. Are there children, or anyone ill, in the house?",
    choices: { yes: 'Yes', no: 'No', notSay: 'Rather not say' },
  },
  'W-HEAT': {
    text: "Thank you. Our team can help with a top-up for the meter and a crisis grant, and know warm places to go. It's OK to ask. Are there children, or anyone ill, in the house?",
    choices: { yes: 'Yes', no: 'No', notSay: 'Rather not say' },
  },
  'W-AMBULANCE': {
    text: 'Thanks for staying in touch. Is an ambulance on its way?',
    choices: { yes: 'Yes', no: 'No' },
  },
  'W-AMBULANCE-YES': {
    text: "Good. Unlock the door if you can, and stay where they'll find you. Tell them what was taken, and when. I'm here, and our team has your note.",
  },
  'W-AMBULANCE-NO': {
    text: "Please don't wait for it to pass. Call 999 now, or ask someone near you to. If you can't speak, use a mobile, listen, then press 55 when asked. 111 can tell you what to do too.",
  },
  'W-HELP-CALLED': {
    text: "Good, that was the right thing to do. Stay on the line with them if you can, and do what they tell you. I'm here, and our team has your note.",
  },
  'W-SOMEONE-COMING': { text: "OK, we'll leave it there. Send HELLO when it suits you." },
  'W-GOT-NUMBER': { text: "Thank you, I've got that number for our team." },
  'W-NOT-THAT': { text: "OK, I've told our team not to use that one." },
  'W-NO-NUMBER': {
    text: "That's OK, you don't have to give one. You can call our team on {phone}, {hours}. Samaritans are there any time, free on 116 123. In danger, call 999.",
  },
  'W-HOLD-TRIED': {
    text: "I'm sorry you couldn't get through. Lines can be busy. If you can, try again, or text SHOUT to 85258, day or night. In danger, call 999.",
  },
  'W-HOLD-SCARED': {
    text: "It makes sense to be scared, and I'm glad you told me. You don't have to face this minute on your own. Samaritans are there now, free on 116 123. If it gets worse, call 999.",
  },
  'W-HOLD-ALONE': {
    text: "That's a lot to carry on your own. Someone can be on the phone with you right now: Samaritans, free on 116 123. A neighbour or a friend could sit with you too. In danger, call 999.",
  },
  'W-HOLD-HOW': {
    text: "Here's how it goes when you make that call. To 999, say what's wrong and where you are. They ask the rest, one thing at a time. If you can't speak, use a mobile, listen, then press 55 when asked.",
  },
  'W-HOLD-TALK': {
    text: "With Samaritans you can start with hello. You don't have to know what to say, or give your name. It's free on 116 123, day or night. In danger, call 999.",
  },
  'W-HOLD-WHEN': {
    text: 'Our team has your note and will look at it by {by}. You can call us on {phone}, {hours}. Samaritans are there now, free on 116 123. In danger, call 999.',
  },
  'W-HOLD-THANKS': {
    text: "I'm glad you wrote. What you said is with our team, and someone will look at it by {by}. Samaritans are there any time, free on 116 123. In danger, call 999.",
  },
  'W-HOLD-SAFER': {
    text: "I'm glad. Our team will still look at this by {by}, to be sure you're OK. If it changes, call 999, or Samaritans free on 116 123.",
  },
  'W-HOLD-HEARD': {
    text: "I hear you. I've added that for our team, so you won't have to say it twice. If you need a voice now, Samaritans are free on 116 123. In danger, call 999.",
  },
} as const;
