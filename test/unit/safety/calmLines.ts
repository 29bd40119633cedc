/** Messages with no danger in them that sound as if there were: idiom, denial, work, stories, loss, old news, plain needs. */
export const CALM = `
dying for a fag
ma feet are killing me
dead tired
murder a curry
killing time till the bus
id kill for a cuppa
i could murder a chippy
my back is killing me
these shoes are killing me
im dead excited for it
dead good that
dying for a pee
dying to meet new people
nearly died laughing
i was mortified, nearly died
laughing my head off
he's killing me with his jokes
it was a killer workout
my phone is dead
ma battery died
the car is dead
im starving, whats for dinner lol
the kids are driving me mad
driving me up the wall
scared to death of spiders
bored to death
the suspense is killing me
i'd kill for a holiday
hang on a minute
i was hanging about the shops
cut myself some slack
cut down on smoking
i want to cut my hair
i need to cut back on spending
give me a shot of that
shoot me a text
i'll take a stab at it
that exam murdered me
we got slaughtered at football
i smashed my interview
she's a drop dead gorgeous
dead end job
deadline is killing me
i'd die for my kids
over my dead body would i join zumba
its raining and im drowning in paperwork
i am not suicidal
im no suicidal
i'm not going to kill myself
i dont want to die
i would never kill myself
no thoughts of suicide
i dont have any thoughts of ending my life
im not self harming
i have never self harmed
he doesn't hit me
my partner has never hit me
no im safe at home
he is not violent
im not homeless
im not in danger
i dont hear voices
not having thoughts of hurting myself
i've no intention of ending my life
i feel safe at home
nobody is hurting me
i'm not an emergency
its not an emergency
i work in a suicide prevention charity
i did a suicide prevention course
i want to do suicide awareness training
i used to volunteer with samaritans
i work with people who self harm, training course
i want to train as a paramedic
i work nights in a hostel
i work in a homeless shelter
i want to volunteer at the food bank
can i help out at the foodbank
i'd like to volunteer with homeless people on the streets
i want to do a first aid course
my job is fire safety
i work in security
the film was about a man who wants to kill himself
watching a documentary about suicide
the book was about domestic abuse
i read a book about overdose
the song says i want to die young
the wee one is on call of duty, says hes gonna kill them all in the game
suicide squad is a good film
my brother killed himself last year
my son died by suicide
i lost my dad to suicide
lost my best friend to an overdose
my sister took her own life in march
my mum died at christmas
my wife passed away
i lost my husband two years ago
my dog died and im gutted
my nan passed and i miss her
funeral is on friday
i am grieving for my brother
since my husband died i am lonely
im lonely
i feel lonely
i feel low
feeling a bit down
im anxious all the time
i get panic attacks
my depression is bad just now
im stressed about money
im worried about my bills
i cant sleep
i sleep badly
struggling with my mental health
i need help with my rent
please help me with my rent
can you help me with a form
help me find a job
i need help with universal credit
im in debt
i owe my mum fifty quid
i owe the council money
council tax arrears
i want to learn to cook
i want to meet people
i want to get out the house more
i want to stop smoking
i drink too much
i cant stop drinking
i want to cut down on the drink
i want to get off the methadone
im in recovery two years now
i gamble too much
my son is on drugs and i want support
i need a new cooker
need a bed for my daughter, a single
need furniture for my flat
my flat is damp
mould in the bedroom
my landlord wont fix the boiler
the landlord wont stop phoning
i want to move house
waiting on the housing list
neighbours are noisy
my neighbours dog barks all night
i am a carer for my mum
my mum has dementia
im a single mum
my kids are fussy eaters
the wean is starting nursery
my son is being bullied at school
my daughter hates school
he takes the kids to football on saturday
she takes my kids to school for me
my wee boy is feart of the dark
the kids are bored at the weekend
my baby is teething
my son hit his head but hes fine now the doctor checked
i want contact with my son
i want to see my kids more
my ex and i split up
im getting a divorce
me and my partner argue about money
my boyfriend lives in hamilton
my husband works away
hes out at the shops
he's at football till 6
my partner checks my cv for me
i am scared of the dentist
im scared of heights
scared of dogs
im nervous about groups
i am afraid of going to interviews
frightened of failing the exam
i cant cope with forms
i cant do stairs
i cant do tuesdays
i cant go on the bus on my own
i cant face the jobcentre on my own
i cant take it in when people talk fast
im done with the form
im done thanks
i'm finished now, what next
im done for the day
whats the point of this question
no point phoning them at lunch
what's the plan for the group
i have a plan for my garden
we have a plan to move to hamilton
i want to disappear to spain for a week
i'd rather die than sing karaoke
end of
i want to end my tenancy
i want to end my contract with my phone
how do i end this chat
i want to end it with my boyfriend
i want to leave my job
tonight i am going to my class
i am on the bus
i'm on the bridge street bus
im at the bridge in cambuslang waiting on the bus
i'm up on the roof for work, im a roofer
i left a note for my teacher
i take my tablets every day
i take two tablets a day for my blood pressure
took two paracetamol for my headache
i take sertraline 50mg
the doctor put me on new tablets
i need to pick up my prescription
my tablets make me sleepy
i had a heart attack in 2019
my dad had a stroke years ago
i get chest infections
i have asthma
i've got copd and struggle with the stairs
i get out of breath walking up the hill
bleed the radiators
bleeding radiators need fixed
i work as a chef with knives
i need a kitchen knife set for the flat
bought a new hammer for the shed
he is at the door with a parcel
the postman is at the door
the gas man is at the door
the social worker is at the door tomorrow
help
help me please with my cv
can someone help me with maths
i need help to read
i need help with the kids in the holidays
emergency dentist
i need an emergency appointment with the gp
crisis grant
i applied for a crisis grant
i cant talk on the phone, can you text
i cant talk just now im at work
cant speak english well
sorry cant talk, on the bus
stop texting me
who are you
are you a robot
who sees this
why do you ask
what is this
my telly is broken
i watch telly all day
theyre watching the football
everyone is watching telly
they talk about me behind my back at work
people laugh at my accent
i see people more now
i hear my neighbours through the wall
good to hear your voice
i hear you
thank god for that
god bless you
i go to church and god helps me
my chosen career is nursing
i was chosen for the team
im going mad with boredom
the lights keep going off, electrician is coming
power of attorney
i have no power over it
gas engineer is coming on monday
boiler serviced last week
im sitting in the dark watching a film
i was homeless five years ago but got a flat
i used to be homeless
i was kicked out of the band
kicked out of college in 1999
put the bins out
put out my back
got flung out the pub at the weekend lol
no bed frame yet
nowhere to go during the day
nothing to do at night
nowhere to go for a coffee round here
no food allergies
i love food
i cook good food
im hungry for a new job
i eat too much
ive eaten, thanks
we have food in
i have heating
i'm fine
am fine
aye
no thanks
jist kidding
only joking
never mind
hiya
good morning
i'd like a befriender
i'd like to do art
i like walking and music
i used to be a joiner
i want to get fit
i hurt my knee
ive got a sore back
i cut my finger cooking
i burnt my hand on the cooker
i hit my head on the door at work
i hurt my back lifting
i fell and hurt my hip
i was in the army
i get flashbacks from the army
i was in care as a kid
i have ptsd
just out of prison and looking for work
i have a conviction
i've a court date next month
i got charged last year
probation said to text you
i need a solicitor
im a refugee and need english classes
my visa runs out in june
home office has my passport
the council has my documents
they made me redundant
made to work sundays at tesco
my boss makes me work weekends
the jobcentre makes me do courses
my work coach sanctioned me
universal credit stopped my money
i have nothing to wear for an interview
i owe them an apology
my dealer is the blackjack kind, gambling problem
i lost my job
i lost my keys
i lost my phone
i lost it, the letter i mean
i lost the plot of the film
i could have killed him when he forgot the milk
ill kill my brother for eating my crisps
my mum will kill me if i forget the milk
my wife will kill me if she sees the bill
the stairs in this place will be the death of me
that bus journey near killed me
my team got murdered on saturday
battered fish and chips
he batters the drums all day
he beats me at chess
he hits the gym every day
my daughter controls the telly
hes controlling the diabetes well
i am on edge about the results
my head is mince
ma heid's mince
am knackered
pure scunnered with the weather
scunnered wi ma work
greetin at the telly again
my son killed it at his exam
kill two birds with one stone
its a matter of life skills
i need life insurance advice
i like true crime podcasts
i play shooting games online
i'm looking for something to do on mondays
does it cost anything
what time is the group
is there a bus
can i bring my wee girl
i've no credit on my phone
i've no data
i dont have a laptop
cant use computers
i want to give something back
i'd like to be a peer mentor
my gran is 85 and a bit lonely
my pal needs help with benefits
its for my mum
my mum needs company
worried about my brother's drinking
my kettle died
i'd love to kill some time at a class
the dog ate my tablets leaflet
need new blinds
my son plays with knives in fortnite
my gran died of cancer in 2010 and i still miss her
my neighbour is a policeman
im not hungry just bored
i've enough food thanks
i want to take my kids swimming
my husband took the car to the garage
she's at the shops with the wean
i got hit with a big bill
my hours got cut at work
my benefits got cut again
i got attacked by midges
we lost the flat but have a new one now
im out of work
i got let go from my job
can i get help with my electric bill
my heating bill is huge
my health visitor told me about you
i want to leave school
i need a break from the kids sometimes
i get angry at the telly
im angry at the council
he is my carer and very good
police helped me last year
the police station is near me
i was in hospital for my knee
my doctor says i need to lose weight
i'd like to talk about my past abuse
i dont have a bank card yet
my passport expired
i need id for the bank
my pal died in an accident
im tired of being ignored by the council
i dont see my friends much
i'm sick of this damp
my ex has the kids at weekends
whats the best way to get to blantyre
i feel like a new start
i want a fresh start
my ex is a good dad
the wean loves the group
he helps me with my money
she came with me to the doctor
i took the bus
i took my kids to the park
i took a course last year
i have a bottle of water
my boiler is making a noise
the lift is broken in my building
there is a knife crime talk at the school
police are doing a coffee morning
my dad is in a care home
i lost my bus pass
i lost weight
im on the waiting list for therapy
i've been waiting since march
i need to see a dentist about a broken tooth
can somebody go with me the first time
i would like to meet one person first
i get nervous in groups
reading and forms are hard for me
i only have mornings free
i have a wee dog
i like a laugh
my pal runs the football team
my mum was a nurse
im good with my hands
i used to play guitar
i havent worked in ten years
im scared of failing
im worried about winter bills
my wages are late this month
i fell behind with rent
i left my husband ten years ago
my benefits stopped so i phoned them
my neighbour is moving out
can you tell me about the cafe on mondays
i like to sit at the edge of the class
ive been standing at the bus stop an hour
i was told you do a walking group
he is a great support to me
i call my mum every day
im thinking of doing a course
my granda is 90 and needs a lift to the lunch club
my pal snores so i cant sleep
i cant stop eating biscuits
my bank stuff is all online
i need a lift to the foodbank on thursday to volunteer
my neighbour is angry about my hedge
i do up old cars
my son carries my shopping
im 16 and want an apprenticeship
i had toast for breakfast
how long is the course
the power was off last week but its fine
im getting my keys on friday for my new flat
`;
