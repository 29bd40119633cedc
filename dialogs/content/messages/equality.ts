/** Equality questions, optional and last (guide.md section 4 O). */
export const equality = {
  O0: {
    text: "Last bit, and it's up to you. A few questions about who you are help us check we're fair. We store them apart from your name. OK to ask?",
    choices: { yes: 'OK', no: 'No thanks' },
    why: 'Fair access; funders ask for totals',
  },
  O1: {
    text: 'What age range are you in?',
    choices: {
      age16to24: '16-24',
      age25to34: '25-34',
      age35to49: '35-49',
      age50to64: '50-64',
      age65plus: '65 or over',
      notSay: 'Rather not say',
    },
    why: 'We only look at totals',
  },
  O2: {
    text: 'How do you describe your gender?',
    choices: {
      woman: 'Woman',
      man: 'Man',
      nonBinary: 'Non-binary',
      ownWords: 'In my own words',
      notSay: 'Rather not say',
    },
    why: 'We only look at totals, never at who you are',
  },
  O3: {
    text: 'How would you describe your ethnic background? Use your own words, or send LIST to see choices.',
    choices: { list: 'LIST', notSay: 'Rather not say' },
    why: 'We only look at totals',
  },
  O4: {
    text: 'Do you have a health condition or disability that makes daily life harder?',
    choices: { aLot: 'Yes, a lot', aBit: 'Yes, a bit', no: 'No', notSay: 'Rather not say' },
    why: 'We only look at totals',
  },
  O5: {
    text: "Do you look after someone who couldn't manage without you?",
    choices: { yes: 'Yes', no: 'No', notSay: 'Rather not say' },
    why: 'We only look at totals',
  },
  O6: {
    text: 'How do you describe your sexual orientation?',
    choices: {
      straight: 'Straight',
      gayOrLesbian: 'Gay or lesbian',
      bi: 'Bi',
      ownWords: 'In my own words',
      notSay: 'Rather not say',
    },
    why: 'We only look at totals',
  },
  O7: {
    text: "Do you have a religion or belief you'd like us to note?",
    choices: { no: 'No', ownWords: 'In my own words', notSay: 'Rather not say' },
    why: 'We only look at totals',
  },
  O8: {
    text: 'Which is closest to you just now?',
    choices: {
      inWork: 'In work',
      outOfWork: 'Out of work',
      notAbleToWork: 'Not able to work',
      caringOrParenting: 'Caring or parenting',
      learning: 'Learning',
      retired: 'Retired',
      notSay: 'Rather not say',
    },
    why: 'Funders ask for totals',
  },
  O9: {
    text: "Thank you. That's all the questions. They really do help.",
  },
} as const;
