/** Hopes, what helps, and what people like (guide.md section 4 F). */
export const hopes = {
  F1: {
    text: 'What would a good week look like for you? It can be something wee.',
    choices: { unsure: 'Not sure', skip: 'Skip' },
    why: 'Hopes, not just problems',
  },
  F2: {
    text: 'What helps you get through, even a bit? A person, a pet, a place, music, anything.',
    choices: { skip: 'Skip' },
    why: 'Build on what already works',
  },
  F3: {
    text: 'What do you like doing, or used to like doing?',
    choices: { unsure: 'Not sure', skip: 'Skip' },
    why: 'To suggest things you might enjoy',
  },
} as const;
