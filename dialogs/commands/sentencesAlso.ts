/** More ways of saying the commands in a sentence, kind by kind. Plain spelling; joined to those of sentences.ts. */
import type { Command } from '../types';

/** Somebody other than the person in front of us. */
const ANOTHER =
  '(?:client|patient|service user|pupil|tenant|resident|neighbour|relative|person i (?:support|care for|work with))';

export const ALSO: Readonly<Partial<Record<Command, string>>> = {
  delete_my_data:
    '(?:erase|wipe|bin|destroy|delete|scrub|remove) (?:all |everything |every |of |the )*(?:what|whit|that|any of this|all of this|it all|this lot)(?: i| ive)?(?: (?:told|said|wrote|gave|typed|put))?(?: you| yous)?|dont (?:want|like) (?:you|yous|win|anyone|anybody) (?:to )?(?:be )?(?:keep|keeping|hold|holding|store|storing|save|saving) |(?:no longer|withdraw my|take back my|dont|do not|never) consent(?:ed)?(?: to| for)?',
  stop: '(?:end|finish|close|terminate) (?:this|the|our) (?:conversation|chat|talk|session)|^ (?:no more|enough|enough now|thats enough|thats enough now|had enough|chuck it|pack it in|jack it in|no more thanks)(?: (?:no more|finish|stop|enough|thanks|please|now|had enough|ive had enough))* $|dont (?:ever )?(?:bother|annoy|pester|contact|message|text) me (?:again|any ?more|ever|ever again)|dont want to (?:carry on|go on|continue) with (?:this|it)',
  restart:
    '(?:redo|re do|do over) (?:the )?(?:whole (?:lot|thing)|everything|it all|all of it|lot)|(?:from|back to|at|take it from|it from) (?:the )?(?:question|number|step) (?:one|1)|(?:lets|let us|shall we|can we) (?:begin|commence|start) (?:again|anew|afresh)',
  complaint:
    '(?:write|speak|talk|email|complain|go) to (?:your|the|yer|somebodys) (?:boss|manager|supervisor|head|director)|report (?:one of |a |your |the |that |yer )+(?:volunteers?|workers?|staff|advisors?|lady|man|woman|guy|team)|(?:want|need|would like|id like) (?:it|this|that) (?:noted|dealt with|looked into|sorted out|taken further|put on record|followed up|on record)|(?:im|i am|am) not (?:satisfy|satisfied|happy) with (?:you|yous|the service|how|this service)|the way (?:she|he|they|you|yous|your \\w+) (?:spoke|talked|treated|dealt)',
  change_answer:
    'changed? my mind about (?:the|my|what|that)(?! (?:world|life))|(?:swap|switch|alter|amend|edit|correct|fix|change) (?:what|whit|something|the thing) i (?:said|put|wrote|told)|(?:wrote|write|typed|put|spelt|spelled|gave) (?:bad|wrong|badly) my|how (?:to|do i|can i|would i) (?:correct|change|fix|edit|amend) (?:it|that|this|my|an|the)? ?(?:answers?|name|number|one|last)?$',
  who_are_you:
    '(?:text|message|msg)(?:s)? (?:off|from|aff) (?:you|yous|this number|this)(?: and)?(?: i)?(?: have|ive)? (?:no|not a) (?:clue|idea)|who(?:s| is| are) (?:win|yous|this win)(?: when| at| and|$)|no (?:clue|idea) who (?:it|this|you|yous) (?:is|are)',
  privacy:
    '(?:is )?(?:it|this)(?: is)? (?:secret|private|confidential)(?: what)?(?: i)? (?:write|say|tell|or no|or not)|how long (?:do|does|will|are) (?:you|yous|it|they|this|win) (?:keep|keeping|hang on|hanging on|hold|holding|store|stored|kept|be kept|have)|(?:can|will|could|do|does) (?:other|anyone|anybody|others|somebody|someone|my|the|another)(?: [^ ]+){0,5} (?:see|read|look at|get at) (?:my|this|these|what|it)',
  someone_else: `(?:with|for|behalf of) (?:a|my|our|one of my) ${ANOTHER}|(?:support|social|key|link) worker (?:doing|filling|here|asking|writing)|(?:put|give|send|pass) (?:someone|somebody|another)(?: else)?(?:s)? (?:name |details )?(?:forward|in|on)|(?:put|refer)(?:ring)? (?:someone|somebody|another person|a friend|a neighbour|a relative)(?: elses?)?(?: name)? ?(?:forward|to you)?`,
  human:
    '(?:talk|speak|chat) (?:to |with )(?:a |the |one of the )?(?:woman|lady|man|guy|girl|person|body|worker) (?:who|that|there|in|at|from)(?= )',
  back: '(?:one|a|the) (?:question|step|page) (?:before|back|ago)|(?:go|wait go|take me) (?:bak|bck)|^ (?:bk|bak|back) $|rewind(?: (?:a (?:second|bit|step|question|minute)|it|that|please))?$|go back to (?:it|that|the one|what)(?: one)?$',
  pause:
    '(?:break|stop|leave) (?:off|it|this|a little|for a little)(?: a)? ?(?:for|a)? ?(?:little|bit|while|ten|10|5|five|twenty|20)?(?: minutes?)?(?: the| i| and|$)(?! with)',
  resume:
    '(?:im|am|i am|thats me) (?:bak|bck)$|(?:ready|here|ready now|now ready) to (?:continue|carry on|go on)(?: now)?|ready now to (?:continue|carry on|go on)',
  skip: '(?:other|another|different) (?:question|one)(?: please)?(?: not this)?|^ (?:skipp?(?:ing)?|skp|skippit) (?:it|this|that)? ?$|(?:keeping|keep|kept) (?:that|this|it) to myself|leave (?:that|this|it) (?:one )?blank',
  dont_know:
    '(?:no|not|not got|havent|havent got) a (?:scooby|notion|baldy|breeze)|couldnt tell (?:you|ye)|do not know (?:this|the|what) (?:word|answer|means?)(?: |$)',
  help: 'what way (?:does|do|is) (?:this|it|that|i) (?:go|work|do|used)',
};
