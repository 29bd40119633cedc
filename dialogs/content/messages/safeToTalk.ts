/** Is it safe to talk, quiet mode and the quick exit (guide.md section 4 C). */
export const safeToTalk = {
  C1: {
    text: 'Is this an OK time and place to chat? Some people share a phone or have someone close by.',
    choices: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
    why: 'So nobody is put at risk by a message',
  },
  'C1-NO': {
    text: "No problem. We can stop here. Send HELLO when it suits you. I won't message first.",
  },
  C3: {
    text: 'Does anyone else use or look at this phone?',
    choices: { no: 'No', yes: 'Yes', unsure: 'Not sure' },
    why: 'Sets safe messaging',
  },
  C4: {
    text: "Thanks. I'll keep things short and plain, and I won't text first unless you tell me it's OK. You can delete this chat any time.",
  },
  C5: {
    text: "You can pick a code word. Send it any time and I'll stop and say wrong number. Would you like one?",
    choices: { yes: 'Yes', no: 'No thanks' },
    why: 'A way out that looks ordinary',
  },
  'C6-WEB': {
    text: "To hide this page, close the tab, then open History in your browser and delete today's entry. Private or Incognito mode won't save it. Don't wipe everything if that could look odd.",
  },
  'C6-SMS': {
    text: "Here's the answer to what you asked me. To hide these texts, press and hold the chat, then tap delete. Check your deleted or recent folder too. Save us under any name you like, or not at all.",
  },
  'C6-WA': {
    text: "Here's the answer to what you asked me. To hide this chat, open it, tap our name, then delete the chat. Check linked devices too. Someone else could be reading on a laptop.",
  },
} as const;
