/** What could make it hard to join in, and what would help (guide.md section 4 G). */
export const takingPart = {
  G1: {
    text: "What could make it hard to join in? Pick any that fit. We'll try to help with them.",
    choices: {
      childcare: 'Childcare or caring',
      travel: 'Getting there',
      phone: 'Phone, data or wifi',
      nerves: 'Nerves about groups',
      health: 'Health or disability',
      reading: 'Reading or forms',
      language: 'Language',
      cost: 'Cost',
      else: 'Something else',
      nothing: 'Nothing',
    },
    why: 'So we can help with it',
  },
  'G1-SMS': {
    text: 'What could make it hard to join in? Send the numbers.\n1 Childcare or caring\n2 Getting there\n3 Phone or data\n4 Nerves about groups\n5 Health or disability\n6 Reading or forms\n7 Language\n8 Cost\n9 Other\n0 Nothing',
  },
  G2: {
    text: 'Would any of these make it easier? Pick any that fit.',
    choices: {
      company: 'Someone to go with',
      onePerson: 'Meet one person first',
      busFare: 'Bus fare',
      childcare: 'Help with childcare',
      bigPrint: 'Big print or audio',
      interpreter: 'Interpreter or BSL',
      quiet: 'A quiet space',
      online: 'Start online',
      else: 'Something else',
      no: 'No thanks',
    },
    why: 'Real help, not just a list of problems',
  },
} as const;
