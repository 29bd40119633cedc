/** Commands as people type them, and ordinary sentences that only look like commands. */
export const COMMANDS = `
yes: yes | Yes | YES | aye | Aye! | ok | okay | yeah | yep | sure | yes please | aye ok | 👍 | 👍🏽 | yess | go on then | that's fine | k | no bother
no: no | No. | naw | nope | nah | no thanks | naw ta | not really | 👎 | no thank you | I'd rather not | no way
skip: skip | SKIP | skip this one | pass | next | rather not say | I'd rather not say | can we skip this | skipp | prefer not to say
dont_know: don't know | dunno | idk | not sure | no idea | I dinnae ken | haven't a clue | 🤷 | a dunno | I'm no sure
back: back | go back | previous | BACK please | bakc | go back a bit | undo
pause: pause | wait | brb | hang on | need a break | not right now | haud on | gie me a minute | later | I'll come back later | can we stop for now | got to go
resume: hello | Hi | hiya | HELLO | hey | good morning | I'm back | carry on | awright | hi there
help: help | HELP | help please | i need help | what do i do | how does this work | hlep | I don't understand | what can you do | I'm stuck
human: person | PERSON | human | talk to a person | can i speak to someone | a need tae talk tae somebody | real person | call me | can someone ring me | I want to talk to someone | agent | get me a human | speak to somebody please | gies a phone | preson | can I talk to a person please | is anybody there
stop: stop | STOP | Stop! | gonnae stop | stop texting me | leave me alone | unsubscribe | stpo | please stop | stop messaging me | bye | gonnae no | cancel | opt out | no more texts | stoap
start: start | START | unstop | begin | let's start
restart: restart | start over | start again | start fresh | from the beginning | can I start again
delete_my_data: delete my data | delete everything about me | forget me | erase my data | wipe my details | I want my data deleted | can you delete my details please
access_my_data: what do you hold on me | what do you know about me | can i see my data | what information do you have on me | subject access request | whit huv ye got on me | what have you got on me?
who_are_you: are you a robot | are you a robot? | are you real | who are you | is this a bot | am I talking to a person | is this a real person? | are you a bot mate | what is WIN
privacy: who sees this | will the jobcentre see this | is this private | will you tell my landlord | who can see this? | is this confidential | will the dwp see this | does anyone else see this | can i trust you | will this affect my benefits
someone_else: it's for my mum | it's not for me | asking for a friend | its for someone else | this is for my son | on behalf of my mum | I'm asking for my mum | it's for ma mum
complaint: complaint | I want to complain | how do i complain | i want to make a complaint | I'm not happy with the service | nobody called me back | can I speak to... i want to speak to a manager
change_answer: change my answer | i made a mistake | that's wrong | wrong answer | can i change that | I pressed the wrong button | change that please | I want to change something
status: status | STATUS | what's happening | any news | any update | whats happening with my referral | have you heard back | any word yet | what happens next | still waiting
wrong_number: wrong number | WRONG NUMBER | sorry wrong number | you have the wrong number | you've got the wrong number pal | wrong person
menu: menu | MENU | list | see a list | show me the list | main menu
why: why | why? | why do you ask | why do you need to know | what do you need that for | why are you asking me that
clear_history: how do I delete this | how do i clear my history | clear history | hide this | how do I delete these messages | cover my tracks | how do i get this off my phone
`;

export const TRAPS = `
I can't stop drinking
I want to stop smoking
please help me with my rent
I need help with my rent
I need to get back to work
my landlord won't stop
I want to talk about my son
he won't stop shouting
I can't stop crying
stop smoking classes
I need to stop gambling
the bus stop is outside my house
my back is sore
my back hurts
I've got a bad back
going back to college
get back into work
get my life back
start a new job
I want to start a course
I start work on monday
where do I start with debt
help with bills
help with my kids
help for my son
help me find a job
help with food
I need help with a form
can you help me with universal credit
my mum helps me
no food
no money
no friends
no heating
no job
no one to talk to
no phone
yes I need help with housing
yes but only in the mornings
aye my rent is behind
ok but I get nervous
not sure about groups
I'm not sure how to pay my rent
dont know how to use a computer
I don't know anybody here
I dont know what to do about my debt
I skip meals
I skip dinner so the kids can eat
next week is better
next door neighbours are noisy
I pass the centre every day
I want to pass my driving test
waiting on a house
I've been waiting on a house for years
I can't wait any longer for my pip
hold on my benefits
my benefits are on hold
I need a break from caring
my kids need a break
person I care for has dementia
I look after a person with dementia
I'm a people person
human resources course
I was an estate agent
someone to talk to would be nice
I have no one to talk to
I want to meet someone
I want to talk to my doctor
I need to talk to the council
I need someone to help with my garden
call centre work
I get calls from debt collectors
they call me every day about money
my phone is broken
list of jobs near me
housing list
on the housing list for ages
the menu at the cafe is too dear
my ex deleted my photos
I want to delete facebook
he deletes my messages
my data runs out every week
no data on my phone
I need data for my phone
change of address for my benefits
I want to change my life
I want to change jobs
change my bank account
I need to change my gp
my landlord is a robot
robots took my job
I like making robots
privacy glass for my bathroom
I want some privacy from my neighbours
my mum is ill
my mum needs a carer
my son needs school shoes
my daughter is depressed
for my daughter I need nappies
it's for a job interview
it's about my rent
I want to complain about my landlord
I complained to the council about damp
neighbours complain about my kids
the council made a mistake
I made a mistake and went to prison
I made mistakes in my past
my marriage status is single
settled status help
my housing status
what's happening at the centre on mondays
any news on jobs in blantyre
what happens next with my pip appeal
the wrong bus came
my pip went to the wrong number of my account
I got the wrong benefits
why is my rent so high
why do they keep sanctioning me
I don't know why I feel like this
how do I delete a debt from my credit file
clear my debts
clear my house out
I cleared my history exam
end of the month is hard
weekend is hard
I want to end my tenancy
I quit drinking
I quit my job
I want to quit smoking
cancel my direct debit
my benefits were cancelled
cancelled my contract
finish school
I never finished school
I can't finish forms
later in the week suits me
tomorrow is better
I need a hand with the garden
hello my name is Maya and I need a house
hi I need help with food
hi there I am looking for a job
good morning I'd like to learn english
hiya can I get help with my gas
hey I'm struggling with money
start of the week
restart my universal credit claim
my back to work plan
I was back in hospital
right I need a house
I talk to myself
I want to learn to speak up
english class
a job
housing
food
lonely
depressed
money
my kids
friends
college
Maya
Blantyre
ML3
Rutherglen
Tuesday
mornings
walking the dog
cooking
football and music
my wee dog
bus fare
a quiet space
childcare
company
anxiety
bills
I have nothing to do
sort my head out
just a bit of peace
a house of my own
to see my kids
to sleep
a good night's sleep
feel better
more confidence
I stopped drinking last year
I help at the church
back in 2019 I lost my job
the help I got before was rubbish
I rang the council and they put me on hold
the jobcentre sees everything
tell the jobcentre I can't come
who do I see about my teeth
who can help with rent
what do I need for a bus pass
how do I get a food parcel
how does the foodbank work
is the group private
`;
