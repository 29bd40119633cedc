/** What do you need in life right now (guide.md section 4 E). */
export const needs = {
  E1: {
    text: 'What do you need in life right now? Say it in your own words. One word is fine. Or ask to see a list.',
    choices: { menu: 'See a list', unsure: 'Not sure', person: 'Talk to a person' },
    why: 'Your words come first',
  },
  E2: {
    text: 'Here are some things people ask us about. Pick any that fit. You can pick more than one.',
    choices: {
      body: 'Body and health',
      mind: 'Mind and feelings',
      people: 'People and company',
      home: 'Home',
      money: 'Money, food or heat',
      safe: 'Feeling safe',
      family: 'Family and children',
      drinkDrugs: 'Drink, drugs, gambling',
      work: 'Work and learning',
      else: 'Something else',
    },
    why: 'To help find the words',
  },
  'E2-SMS1': {
    text: 'Pick any that fit. Send the numbers.\n1 Body and health\n2 Mind and feelings\n3 People and company\n4 Home\n5 Money, food or heat\nSend MORE for the rest, or SKIP.',
  },
  'E2-SMS2': {
    text: '6 Feeling safe\n7 Family and children\n8 Drink, drugs or gambling\n9 Work, learning or volunteering\n10 Police, courts or prison\n11 Something else\nSend the numbers, or SKIP.',
  },
  'E3-PHY': {
    text: 'Thanks for telling me. What would help most with your health just now?',
    choices: {
      seeingAGp: 'Seeing a GP',
      gettingActive: 'Getting active',
      painOrTiredness: 'Pain or tiredness',
      else: 'Something else',
    },
    why: 'To find the right kind of help',
  },
  'E3-EMO': {
    text: 'Thank you. How are things feeling for you just now?',
    choices: { upAndDown: 'Up and down', low: 'Low', veryHard: 'Very hard', notSay: 'Rather not say' },
    why: 'So we can go at your pace',
  },
  'E3-MEN': {
    text: 'Thank you. Some people want someone to talk to. Some want a group, or just something to do. What sounds right for you?',
    choices: {
      someoneToTalkTo: 'Someone to talk to',
      aGroup: 'A group',
      somethingToDo: 'Something to do',
      unsure: 'Not sure',
    },
    why: 'Choice of support',
  },
  'E3-SOC': {
    text: 'Would you like more people in your life, or better times with the people you have?',
    choices: { morePeople: 'More people', betterTimes: 'Better times', both: 'Both', unsure: 'Not sure' },
    why: 'These need different help',
  },
  'E3-LON': {
    text: "Lots of people feel that way, and it isn't a fault in you. What kind of company would feel OK to start with?",
    choices: { onePerson: 'One person', aSmallGroup: 'A small group', online: 'Online', unsure: 'Not sure' },
    why: 'Start small',
  },
  'E3-HOM': {
    text: "What's going on with your home?",
    choices: {
      nowhereTonight: 'Nowhere tonight',
      mightLoseIt: 'Might lose it',
      repairsOrDamp: 'Repairs or damp',
      else: 'Something else',
    },
    why: 'So we can act fast if it is urgent',
  },
  'E3-MON': {
    text: 'Money worries are hard. What would help most?',
    choices: { bills: 'Bills', debt: 'Debt', benefits: 'Benefits', else: 'Something else' },
    why: 'Different people help with each one',
  },
  'E3-FOO': {
    text: 'Do you have enough food and heat for today?',
    choices: { yes: 'Yes', noFood: 'No food', noHeat: 'No heat', neither: 'Neither' },
    why: 'So we can act fast if it is urgent',
  },
  'E3-SAF': {
    text: 'Thanks. One more, and you can skip it. Do you feel safe where you are right now?',
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
    why: 'So we can help you stay safe',
  },
  'E3-FAM': {
    text: 'Is this about your children, someone you look after, or family ties?',
    choices: {
      myChildren: 'My children',
      someoneICareFor: 'Someone I care for',
      familyTies: 'Family ties',
      else: 'Something else',
    },
    why: 'Points to the right family support',
  },
  'E3-ADG': {
    text: 'Thanks for saying. Is this about you, or someone close to you?',
    choices: { me: 'Me', someoneClose: 'Someone close', both: 'Both' },
    why: 'There is different help for families',
  },
  'E3-ADG2': {
    text: "What would you like to be different? Anything you say is fine. You don't have to stop to get help.",
    choices: { cutDown: 'Cut down', stop: 'Stop altogether', staySafer: 'Stay safer', justTalk: 'Just talk' },
    why: "Goals are the person's own",
  },
  'E3-LEA': {
    text: 'What would you like to learn? It can be anything: cooking, computers, reading, a trade, or just trying something new.',
    choices: {
      everydaySkills: 'Everyday skills',
      computers: 'Computers',
      readingOrMaths: 'Reading or maths',
      else: 'Something else',
    },
    why: 'To match classes',
  },
  'E3-WOR': {
    text: 'Where are you with work just now?',
    choices: {
      looking: 'Looking',
      notReadyYet: 'Not ready yet',
      inWorkHard: "In work, it's hard",
      else: 'Something else',
    },
    why: 'Not ready yet is a real answer',
  },
  'E3-VOL': {
    text: 'Would you like to try helping out somewhere? You could start with an hour.',
    choices: { yes: 'Yes', maybeLater: 'Maybe later', more: 'Tell me more' },
    why: 'A step some people want',
  },
  'E3-JUS': {
    text: "You don't need to say what happened. Would you like support with police, court, prison or coming home?",
    choices: { yes: 'Yes', talk: "I'd rather talk", skip: 'Skip' },
    why: 'We only need the kind of help, not the details',
  },
  E4: {
    text: 'Out of those, which one matters most to you right now?',
    why: 'Start with what matters to you',
  },
  E5: {
    text: "Is there anything else you'd like us to know? Only share what feels OK.",
    choices: { no: 'No', skip: 'Skip' },
    why: "Room for what we didn't ask",
  },
} as const;
