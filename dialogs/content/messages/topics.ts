/** Short, true, fixed answers to what people ask of us in the middle of a talk; the question on the table follows. */
export const topics = {
  'Q-WHO-SEES': {
    text: "Only our small team reads this. We don't pass it on unless you say yes. The one exception is if someone could be badly hurt.",
  },
  'Q-BENEFITS': {
    text: "No. We don't tell the Jobcentre or the DWP, and what you say here won't change your benefits.",
  },
  'Q-OFFICIALS': {
    text: "We don't tell the police, social work, the council, school, your work or your landlord unless you ask us to. The one exception is if someone could be badly hurt.",
  },
  'Q-FAMILY': {
    text: "We don't tell your family, your partner or anyone you know. The one exception is if someone could be badly hurt, and we'd try to talk to you first.",
  },
  'Q-PARTNER-SEES': {
    text: "They'd see only what I show you first. You can take any line out, or say no. Nothing goes to them without your yes.",
  },
  'Q-HOW-LONG': {
    text: 'It takes about 6 minutes, and you can skip, pause or stop whenever you like.',
  },
  'Q-COST': { text: "It's free. So is help from our team. If an idea has a cost, I'll say so." },
  'Q-ROBOT': {
    text: "I'm an automated helper, not a person. Real people from our team read this {hours}. Send PERSON any time to reach them.",
  },
  'Q-WHO-RUNS': {
    text: "We're WIN, short for What I Need in Life. We're a small team working with local groups. You can check with us on {phone}.",
  },
  'Q-WHAT-IS-THIS': {
    text: 'This is WIN. We help people in Blantyre and Rutherglen find what they need in life: company, money, home, health, work and more.',
  },
  'Q-WHERE': {
    text: "We work in Blantyre and Rutherglen. Each idea has its own place, and I'll say where when I show it. To ask about us, call {phone}.",
  },
  'Q-COVER': {
    text: "We mostly cover Blantyre and Rutherglen. If you're somewhere else nearby we'll still try to help, or find someone nearer you.",
  },
  'Q-COUNSELLING': {
    text: "We don't give counselling ourselves. We can put you in touch with people to talk to, and one of our team can help you choose.",
  },
  'Q-HOUSING': {
    text: "We don't have houses to give. We can put you in touch with people who help with rent, repairs or finding somewhere.",
  },
  'Q-FOOD': {
    text: 'If there is nothing to eat today, tell me here and our team will act on it. For other days I can look for places near you.',
  },
  'Q-NEXT': {
    text: 'After a few questions I read back what I heard. Then I show ideas near you, and you choose. Nothing is passed on without your yes.',
  },
  'Q-WAIT': {
    text: "It depends on the place. Each one gives us a date to answer by, and I'll tell you it. If they're slow we chase them.",
  },
  'Q-PHONE': {
    text: 'Yes, a person can phone you. Send PERSON any time, or call us on {phone}, {hours}.',
  },
  'Q-BRING': {
    text: 'Bringing someone with you is fine in most places. If you have nobody, we may be able to find someone to go with you.',
  },
  'Q-CHILD': {
    text: "Some places welcome children and some can't. Tell me you have wee ones and I'll look for what fits.",
  },
  'Q-UNDER-16': {
    text: 'WIN is for people aged 16 and over, with no upper limit. If you are younger, Childline is free, day or night: 0800 1111.',
  },
  'Q-DELETED': {
    text: 'Chats are deleted after {ret}, unless you join in or we have to keep something for safety. Ask any time and a person will sort it sooner.',
  },
  'Q-MY-DATA': {
    text: 'You can see what we hold about you, free. Send "my data" and a person will sort it within 1 month.',
  },
  'Q-SOMEONE-ELSE': {
    text: "Yes, you can ask for someone else. It's best if they know, and please leave their name out for now. Tell me in general what they need.",
  },
  'Q-LANGUAGE': {
    text: 'I only write in English. Our team can call you with an interpreter, free. Tell me the language and we will arrange it.',
  },
  'Q-ACCESS': {
    text: "Tell me what you need, like a ramp, big print, a quiet space or BSL. I'll look for places that have it, and our team checks.",
  },
  'Q-PAPERS': {
    text: "We don't ask about papers, and we don't tell the Home Office. You can use WIN whatever your status is.",
  },
  'Q-NO-LETTER': { text: 'No letter or doctor needed. You can come to us yourself, as you are doing now.' },
  'Q-HOURS': { text: "I'm here day and night. Our team is here {hours}, on {phone}." },
  'Q-WHY': { text: 'It helps us find what fits you, and keep you safe. You can skip any question.' },
  'Q-WHY-THIS': { text: 'I ask this for a reason: {why}. You can skip it.' },
  'Q-MEAN': { text: 'Any words are fine, or a number from the list. There are no wrong answers here.' },
  'Q-MEAN-MANY': {
    text: 'You can choose one, or more than one. Send the numbers of all you like, or say it in your own words.',
  },
  'Q-SEND': {
    text: "We only write the way you choose, at times you choose. The first words never say what it's about.",
  },
  'Q-CHANGE': {
    text: 'Yes. You can skip any question, change an answer, take back a yes or stop, at any time. You lose nothing by it.',
  },
  'Q-COME-BACK': {
    text: 'Yes. You can leave this and come back. Send PAUSE to keep your place, and HELLO when you want to carry on.',
  },
  'Q-MEET': {
    text: "Groups near here are small and friendly, and nobody has to be good at anything. I'll say what day one is like with each idea.",
  },
  'Q-TRAVEL': { text: "Some places can help with the bus. Tell me that's hard for you and I'll look for those." },
  'Q-OUR-NUMBER': { text: 'You can call us on {phone}. Our team is there {hours}.' },
  'Q-ABUSE-LINE': {
    text: 'This one is free, day or night, whoever you are: 0800 027 1234. They text and WhatsApp too: 07401 288 595.',
  },
  'Q-UNKNOWN': { text: "I don't know that one. I've noted it for our team. You can ask them too, on {phone}." },
} as const;
