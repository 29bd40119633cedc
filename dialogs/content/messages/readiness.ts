/** What would feel OK as a next step (guide.md section 4 I). */
export const readiness = {
  I1: {
    text: "What would feel OK as a next step? There's no rush and you can change your mind.",
    choices: {
      rung1: 'Just looking',
      rung2: 'Chat to one person',
      rung3: 'Come and see',
      rung4: 'Join in',
      rung5: 'Help out',
    },
    why: 'We go at your pace',
  },
} as const;
