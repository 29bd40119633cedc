/** Words of our own, where the guide names a moment but gives no message (ids begin with W). */
export const own = {
  'W-TO-GO': { text: 'About {count} to go' },
  'W-SEE-CHOICES': { text: 'See the choices' },
  'W-WHO': {
    text: "Hi, this is WIN. We help people in Blantyre and Rutherglen find what they need in life. I'm an automated helper. You can ask for a person any time.",
  },
  'W-CHARGE': { text: "It takes about 6 minutes. You're in charge: skip, pause or stop whenever you like." },
  'A3-WEB': {
    text: "We're not an emergency service. In danger, call 999. To talk to someone now, call 111, or Samaritans free on 116 123.",
  },
  'W-KEEP': {
    text: "We keep what you tell us so our small team can help. We only pass it on if you say yes, or if someone could be badly hurt. We'd try to talk to you first.",
  },
  'W-FAILSAFE': {
    text: "If you're in danger, call 999. To talk to someone now, call 111, or Samaritans free on 116 123. Or text SHOUT to 85258.",
  },
  'W-AFTER-STOP': {
    text: "I've told our team, and they aim to get back to you by {by}. To talk to someone now, call Samaritans free on 116 123, or 111. In danger, call 999. To go on with me here, send START.",
  },
  'W-CARE': {
    text: 'Thank you for telling me. If you need to talk to someone now, call 111, or Samaritans free on 116 123. Or text SHOUT to 85258. Would you like to talk to a person?',
    choices: { person: 'Talk to a person', carryOn: 'Carry on' },
  },
  'W-HELP': {
    text: 'You can send SKIP, BACK, PAUSE or STOP any time. Send PERSON for our team, STATUS for news, or CHANGE to fix an answer.',
  },
  'W-WHY': { text: "Here's the reason: {why}. It's fine to skip." },
  'W-WHY-ANY': { text: "It helps us find what fits you. It's fine to skip." },
  'W-HEARD': { text: 'Thank you. {needs}, got it.' },
  // by text: short enough to share one with the next question
  'W-HEARD-SMS': { text: '{needs}, got it.' },
  'W-STALE': { text: "That button was for an earlier question. No harm done. Here's where we are." },
  'W-BACK': { text: "OK, let's go back one." },
  'W-BACK-NO': { text: "That's as far back as we can go." },
  'W-NEARER': {
    text: "I've asked our team to look for someone nearer you. Meanwhile I can show what works from anywhere.",
  },
  'W-AGAIN': { text: "Welcome back. Here's where we were." },
  'W-PHRASE': {
    text: 'These three words are like a ticket: {phrase}. Send them from any phone or tab to carry on, or to hear how things stand. Keep them to yourself.',
  },
  'W-PACE': {
    text: 'I could look for ideas now, or ask a bit more first so they fit you better. Which suits you?',
    choices: { now: 'Ideas now', more: 'A bit more first', person: 'Talk to a person' },
    why: 'You decide how much to say',
  },
  'W-CODE': { text: 'What word would you like? Pick something ordinary that you will remember. I keep it scrambled.' },
  'W-CODE-SET': { text: "That's set. Send that word any time and I'll stop." },
  'W-NUMBER': {
    text: 'What number can we use?',
    choices: { skip: 'Skip' },
    why: 'So we can reach you the way you chose',
  },
  'W-EMAIL': {
    text: 'What email can we use?',
    choices: { skip: 'Skip' },
    why: 'So we can reach you the way you chose',
  },
  'W-TRUSTED': { text: 'What should we call them, and how could we reach them?', choices: { skip: 'Skip' } },
  // an idea under its own name: where, when, what day one is like, and why it fits
  'W-IDEA': { text: '{partner}. {line}. {why}.' },
  'W-IDEA-SMS': { text: '{line}. {why}.' },
  'W-YES-PLEASE': { text: 'Yes please' },
  'W-ONE-OPTION': {
    text: 'This might fit: {opt1}. {line}. {why}. Would you like to try it?',
    choices: { help: 'Help me choose', none: 'Not this one' },
  },
  // in place of L1: each idea is a button with its own line, or a numbered line, and is written once
  'W-OPTIONS': {
    text: 'These might fit. Which sounds OK?',
    choices: { help: 'Help me choose', none: 'None of these' },
  },
  'W-TWO-OPTIONS': {
    text: 'These two might fit. Which sounds OK?',
    choices: { help: 'Help me choose', none: 'None of these' },
  },
  'W-SHOWN': { text: 'This is all {partner} would see:\n{lines}' },
  'W-SHARE-SHORT': {
    text: 'This is all {partner} would see:\n{lines}\nNothing else. Can we pass that to them?',
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No' },
  },
  // by text: M1 with every line in full, in one message
  'W-SHARE-SMS': {
    text: 'This is all {partner} would see:\n{lines}\nNothing else. Can we pass it on?',
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No' },
  },
  'W-SHARE-EDITED': {
    text: 'OK. Now {partner} would only see:\n{lines}\nShall we pass that on?',
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No' },
  },
  // everything a partner will see is in the box, each line can be left out, and what was left out stays out
  'W-SHARE-EDIT': {
    text: 'What should we leave out? Pick any that you want. It stays out for whoever comes next too.',
    choices: { addWords: 'Add my own words', keep: 'Keep it all in', none: 'Share nothing' },
    why: 'You decide who knows what',
  },
  'W-SHARE-EMPTY': {
    text: 'There is nothing left to pass to {partner}. Would you like to put something back?',
    choices: { change: "Change what's shared", no: 'No' },
  },
  'W-SHARE-NUMBER': {
    text: 'Can the people you picked have this number, {number}, so they can reach you?',
    choices: { yes: 'Yes', no: 'No' },
    why: 'You decide who has your number',
  },
  'W-PASSED': { text: "Done. I've passed that to {partner}. Your number for it is {ref}. They aim to answer by {by}." },
  'W-NEXT-ASK': {
    text: "They aim to answer by {by}. I'll tell you what they say. Send STATUS any time to ask.",
  },
  // on the web nothing comes to them by itself: how they will hear is said
  'W-NEXT-ASK-WEB': {
    text: 'They aim to answer by {by}. To hear what they say, come back with your three words, or {ref}, and send STATUS.',
  },
  'W-NEXT-ASK-TEXT': {
    text: "They aim to answer by {by}. We'll try your number by text, once, to ask if news can go there. Or come back with your three words, or {ref}, and send STATUS.",
  },
  'W-TEXT-YES': { text: 'Thank you. News will come by text from now on. Send STATUS any time, or STOP to end it.' },
  'W-TEXT-LATER': { text: 'OK, no rush. Reply YES when it suits you.' },
  // M3 says that they were told; the letter leaves a little after these words
  'W-TAKEN-BACK': {
    text: "OK. We're taking that back now, and asking {partner} to stop using your details. Their link to them stops working. We can't take back what they already know.",
  },
  'W-QUIET-SHARE': {
    text: "I won't pass anything on by message. One of our team can do it with you, by voice. Send HELLO when it suits you.",
  },
  'W-STATUS-NONE': {
    text: 'Nothing has been passed on from here. If you have three words or a WIN number from us, send that. Would you like to carry on?',
    choices: { carryOn: 'Carry on', person: 'Talk to a person' },
  },
  'W-STATUS': { text: '{ref}: {partner} {state}.' },
  'W-STATUS-ASKED': { text: "{ref}: we've asked {partner}. They aim to answer by {by}." },
  'W-STATUS-LATE': {
    text: "{ref}: {partner} aimed to answer, and that was due {was}. I'm sorry. I've told our team, so they can chase it.",
  },
  'W-STATUS-YES': { text: '{ref}: {partner} said yes. They will be in touch by {by}.' },
  'W-STATUS-YES-YOU': { text: '{ref}: {partner} said yes. You can reach them on {contact}.' },
  'W-STATUS-YES-LATE': {
    text: "{ref}: {partner} said yes, and was to be in touch. That was due {was}. If you haven't heard, I'm sorry. I've told our team.",
  },
  'W-STATUS-LIST': { text: '{ref}: {partner} has you on a waiting list until {day}.' },
  'W-STATUS-INFO': { text: '{ref}: {partner} asked our team something first. Our team is sorting it.' },
  'W-STATUS-TRIED': {
    text: "{ref}: {partner} tried to reach you and couldn't get through. To give another number or time, send PERSON.",
  },
  'W-STATUS-TEAM': { text: 'Our team has your note. They aim to be in touch by {by}.' },
  'W-STATUS-NOTE': {
    text: 'Our team has your note. One of them will look at it by {by}. You can call them on {phone}.',
  },
  'W-STATUS-TEAM-LATE': {
    text: "Our team has your note, and that was due {was}. If you haven't heard, I'm sorry. I've told them again. You can call {phone}.",
  },
  'W-STATUS-AGREED': { text: '{person} will be in touch by {by}. You can call us on {phone}.' },
  'W-STATUS-AGREED-LATE': {
    text: "{person} was to be in touch, and that was due {was}. If you haven't heard, I'm sorry. I've told our team again. You can call {phone}.",
  },
  'W-CALL-TIME': {
    text: 'When would you like us to call you?',
    choices: { more: 'Other times', none: 'No call, thanks' },
    why: 'So one of our team is there to call you',
  },
  'W-CALL-BOOKED': {
    text: "That's booked. One of our team will call you at {at}, or in the half hour after. To change it, send MOVE. To call it off, send NO CALL.",
  },
  'W-CALL-TO-COME': {
    text: 'One of our team will call you at {at}, or in the half hour after. To change it, send MOVE. To call it off, send NO CALL. Our number is {phone}.',
  },
  'W-CALL-GONE': { text: "I'm sorry. That time has gone to somebody else." },
  'W-CALL-OFF': { text: "That's off. We won't call. You can write here any time, and send PERSON to reach our team." },
  'W-CALL-CHANGE': {
    text: 'You have a call booked for {at}. What would you like to do?',
    choices: { move: 'Another time', off: 'Call it off', keep: 'Keep it' },
  },
  'W-SORRY-CALL': {
    text: "Our call to you was due {was}. If nobody has called, I'm so sorry. I've told our team again. You can call us on {phone}.",
  },
  'W-SORRY-ANSWER': {
    text: "Our team was to get back to you, and that was due {was}. If you haven't heard, I'm so sorry. I've told them again. You can call {phone}.",
  },
  'W-CALL-MISSED': {
    text: "We tried to reach you and couldn't get through. {person} will try again by {by}. Or you can call us on {phone}.",
  },
  'W-STATUS-QUIET': {
    text: 'I have some news for you. Is it OK to show it here?',
    choices: { yes: 'Yes', no: 'Not here' },
  },
  'W-OPEN': { text: 'Hi, you asked us to keep in touch with you.' },
  'W-OPEN-NAMED': { text: "Hi, it's WIN. You asked us to keep in touch." },
  'W-OPEN-PERSON': { text: "Hi, it's {person}. You asked us to keep in touch." },
  // the same words as in the approved template at WhatsApp; only the stand-in says them from here
  'W-TEMPLATE': { text: 'You have a reply. Send OPEN to read it.' },
  'W-CROSSED': { text: "Our messages crossed, that's all. Here is my question again." },
  'W-ACCEPTED': {
    text: "There's some news for you, and it's good. {partner} can help. They will be in touch by {by}.",
  },
  'W-ACCEPTED-YOU': {
    text: "There's some news for you, and it's good. {partner} can help. You can reach them on {contact}.",
  },
  'W-LISTED': {
    text: "There's some news for you. {partner} has you on a waiting list until {day}. To look at something else too, send PERSON.",
  },
  'W-ASKED-MORE': {
    text: "There's some news for you. {partner} asked our team something first. You don't have to do anything.",
  },
  'W-TRIED': {
    text: "There's some news for you. {partner} tried to reach you and couldn't get through. To give another number or time, send PERSON.",
  },
  'W-WHERE-WE-WERE': { text: "Now, here's where we were." },
  'W-MOVED': { text: "There's some news for you. {partner} {state}." },
  'W-DECLINED': {
    text: "There's some news for you. {partner} can't take this on: {reason}. It says nothing about you.",
  },
  'W-SILENT': { text: "There's some news for you. {partner} {reason}. It says nothing about you." },
  'W-ANOTHER': { text: 'Another idea is {opt}. {line}. {why}.' },
  'W-NEXT-OPTION': {
    text: 'You would not have to say anything twice. Shall I pass that on?',
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No', person: 'Talk to a person' },
  },
  'W-NEXT-SHORT': {
    text: 'Nothing else. Shall I pass that on?',
    choices: { yes: 'Yes', change: "Change what's shared", no: 'No', person: 'Talk to a person' },
  },
  'W-WITHDRAWN-NONE': { text: 'Nothing of yours has been passed on, so there is nothing to take back.' },
  'W-WITHDRAWN-BEFORE': {
    text: 'You took that back from {partner} already. Nobody else has anything of yours from us.',
  },
  'W-STILL-WITH': { text: 'You also shared with {partner}. To take that back too, send TAKE IT BACK.' },
  'W-WHATS-ON': { text: "Here's what's on near you. You don't have to give any details.\n{list}" },
  'W-CALL-US': { text: "Our number is {phone}. We're here {hours}. Take care." },
  'W-WAY-BACK': {
    text: "What's a safe way to get back to you? A number or an email is fine.",
    choices: { skip: 'Skip' },
    why: 'So one of our team can reach you',
  },
  'W-WAY-BACK-AGAIN': {
    text: "I can't see a number or an email there. What can we reach you on? You can skip this, and call us on {phone}.",
    why: 'So one of our team can reach you',
  },
  'W-CALL-NOW': {
    text: 'You can call us now on {phone}. Or what number is safe for us to call today?',
    why: 'So one of our team can reach you',
  },
  'W-CALL-SOON': {
    text: 'You can call us now on {phone}. Or what number is safe for us to call?',
    why: 'So one of our team can reach you',
  },
  'W-CALL-OR': { text: 'You can call us now on {phone}. Or one of our team will be in touch by {by}.' },
  'W-NO-WAY': {
    text: "That's fine. You can reach us on {phone}, {hours}. Or come back here and send HELLO.",
  },
  'W-LET-DOWN': {
    text: "I'm so sorry. I've told our team this minute. One of them will be in touch by {by}. Or you can call us on {phone}.",
  },
  'W-LET-DOWN-CALL': {
    text: "I'm so sorry. I've told our team this minute. You can call us on {phone}.",
  },
  'W-REF-UNKNOWN': { text: "I can't find that number here. Please check it, or call us on {phone}." },
  'W-LET-DOWN-WHO': {
    text: "I'm sorry nobody got back to you. If you have three words or a WIN number from us, send that and I'll tell our team. Or call {phone}.",
  },
  'W-PROMISE': {
    text: 'Thank you. One of our team will be in touch by {by}. If you have not heard by then, send HELLO or call {phone}.',
  },
  'W-AFTER-NOTE': {
    text: 'Would you like to carry on here, or leave it for now?',
    choices: { carryOn: 'Carry on', leave: 'Leave it' },
  },
  'W-NOTE': {
    text: "I've left our team a note. They aim to get back to you by {by}. If you can't wait, call Samaritans on 116 123, or call 111. In danger, call 999.",
  },
  'W-NOTE-LEFT': { text: "I've left our team a note, so someone will look at this." },
  'W-NOTE-ONLY': {
    text: "I've left our team a note. You can call them on {phone}. If you can't wait, call Samaritans on 116 123, or call 111. In danger, call 999.",
  },
  'W-JOINED': { text: "{person} is here now. They can see what you've said, so you don't need to repeat it." },
  'W-LEAD': {
    text: 'Thank you. Only our lead for keeping people safe will see this. They aim to contact you by {by}.',
  },
  'W-OK-TIME': { text: 'Hi. Is now an OK time to chat?', choices: { yes: 'Yes', notNow: 'Not now' } },
  // an advisor's own words, by their own hand
  'W-SAYS': { text: '{words}' },
  'W-STEPPED-AWAY': {
    text: "{person} has had to step away. I've asked our team again, and they can see what you've said. In danger, call 999.",
  },
  'W-NOBODY-YET': {
    text: "Sorry, nobody has been free yet. I've asked more of our team. You can call us now on {phone}. In danger, call 999.",
  },
  'W-CALL-AGREED': {
    text: '{person} will be in touch by {by}. If you have not heard by then, send HELLO or call {phone}.',
  },
  'W-TALK-ENDED': {
    text: '{person} has left this chat. You can write here any time, and send PERSON to reach our team.',
  },
  'W-HANDED-BACK': {
    text: "{person} has left this chat, so it's the automated helper again. Send PERSON any time. Now, here's where we were.",
  },
  'W-ADDED': { text: "Thanks. I've added that for our team." },
  'W-HOLD': {
    text: "I'm still here. Our team will look at this by {by}. If you need someone now, call Samaritans free on 116 123, or call 111. In danger, call 999.",
    choices: { person: 'Talk to a person' },
  },
  'W-RISK-NUMBER': { text: 'Thank you. What number is safe for our team to call?', choices: { skip: 'Skip' } },
  'W-RISK-NO': {
    text: "That's OK. I've still left our team a note, so someone will look at it. If it gets worse, call 999, or Samaritans free on 116 123. Send PERSON any time.",
  },
  'W-RISK-TEXT': { text: "OK. I've asked our team to write to you here instead." },
  'W-NOTED': { text: "Thank you. I've passed that on. Please call 999 if you can." },
  'W-CHANGE': {
    text: 'What would you like to change?',
    choices: {
      need: 'What I need',
      priority: 'What matters most',
      name: 'My name',
      area: 'My area',
      contact: 'How to reach me',
      support: 'What would help',
      nothing: 'Nothing',
    },
  },
  'W-SHORT-BACK': {
    text: "Here's what I've heard. You'd like help with {needs}. Have I got that right?",
    choices: { yes: 'Yes', change: 'Change something', startAgain: 'Start again' },
  },
  'W-TOP-BACK': {
    text: "Here's what I've heard. You'd like help with {needs}. What matters most is {top}. Have I got that right?",
    choices: { yes: 'Yes', change: 'Change something', startAgain: 'Start again' },
  },
  'W-OPEN-BACK': {
    text: "Here's what I've heard. You've told me a bit, and we can work the rest out together. Have I got that right?",
    choices: { yes: 'Yes', change: 'Change something', startAgain: 'Start again' },
  },
  'W-RESTART': {
    text: 'Start again from the beginning? I would clear your answers here.',
    choices: { yes: 'Yes, start again', no: 'No, carry on' },
  },
  'W-COMPLAINT-TELL': { text: "I'm listening. Tell it in your own words, as much or as little as you like." },
  'W-COMPLAINT-THANKS': { text: 'Thank you. A person will read this and reply by {by}.' },
  'W-COMPLAINT-READ': { text: 'Thank you. A person will read this by {by}.' },
  'W-RIGHTS-THANKS': {
    text: 'Thank you. A person will sort this and be in touch within 1 month. They may check it is really you first.',
  },
  'W-LANGUAGE-THANKS': { text: 'Thank you. Our team will call with an interpreter, free.' },
  'W-THIRD-999': {
    text: 'Thanks for telling me about this today. Please call 999 now and say where the person is. Our team can talk with you too.',
  },
  'W-NUDGE-OFF': { text: "That's fine. It's all kept for when you want it." },
  'W-CHECK-IN-THANKS': {
    text: 'Thanks for telling me. Would you like to talk to a person?',
    choices: { person: 'Talk to a person', no: 'No thanks' },
  },
  'W-CHECK-IN-OFF': { text: "No problem. I won't ask again. Send HELLO any time." },
  'W-LATER': { text: 'No problem. Send HELLO when it suits you.' },
  'W-VOLUNTEER-MORE': {
    text: 'It could be making tea, walking with someone or helping at a group. Someone shows you the ropes.',
  },
  'W-PICTURE-GONE': { text: "OK, that's deleted. We haven't kept it." },
  'W-PICTURE-KEPT': { text: "That's fine. Our team will have a look, in case it's something urgent." },
  'W-VOICE-KEPT': { text: "That's fine. Our team will still have a listen, in case it's something urgent." },
  'W-FILE': {
    text: "Thanks for sending that. I can't open that kind of file here. I've let our team know something came. If anyone is in danger, please call 999 now. You can tell me in your own words too.",
  },
  'W-ETHNIC-LIST': {
    text: 'Here are some choices. Pick one, or use your own words.',
    choices: {
      scottish: 'Scottish',
      otherBritish: 'Other British',
      irish: 'Irish',
      polish: 'Polish',
      gypsyTraveller: 'Gypsy/Traveller',
      otherWhite: 'Other white',
      mixed: 'Mixed',
      asian: 'Asian',
      african: 'African',
      caribbeanBlack: 'Caribbean or Black',
      arab: 'Arab',
      other: 'Another background',
      notSay: 'Rather not say',
    },
  },
  'W-NEXT-OPEN': {
    text: 'Thanks{name}. One of our team will look at this by {by}. Send HELLO or call {phone} any time.',
  },
  'W-NEXT-SELF': {
    text: "Thanks{name}. It's all kept for when you want it. Send HELLO any time and we'll pick it up.",
  },
} as const;
