/** Messages that should raise a flag, written by hand as people here write: 0 is P0, 1 is P1, 2 is P2. */
export const DANGER = `
0 ive got the pills here in front of me
0 tonights the night
0 am on the bridge now
0 wrote ma notes
0 its all set for tonight
0 im going to kill myself
0 am gonnae kill masel
0 i'm gonna end it all tonight
0 gonnae hang masel
0 i have a rope ready
0 ive been saving up my tablets
0 im standing on the edge of the multi storey
0 goodbye everyone
0 i wrote a goodbye letter to my mum
0 im about to jump off the flats
0 i tried to hang myself this morning
0 just slit my wrists
0 i will end my life tomorrow
0 i have a plan to end it
0 tell my kids i love them
0 i know how im going to do it
0 ive decided the day i'm going to die
0 ive made a plan to kill myself
0 am gonna jump in front a train
0 ive got a noose tied
0 kms tonight
0 i'm gonna k!ll myself
0 k i l l myself now
0 my mate is going to jump off the bridge
0 my daughter says she's going to kill herself tonight
0 my brother tried to kill himself an hour ago
0 he's up on the roof and says he'll jump
0 took all ma tablets
0 ive taken an overdose
0 i took a load of paracetamol
0 swallowed a whole box of codeine
0 took too many vallies
0 he's no breathing
0 shes not breathing
0 chest pain and my arm is numb
0 i cant breathe
0 his lips are blue
0 she wont wake up
0 he's unconscious on the floor
0 ma pal has took bad gear
0 hes overdosed
0 shes having a seizure
0 ive got pains in my chest
0 she's took hunners of pills
0 my pal's took 20 vallies and I canny wake him
0 necked a full bottle of methadone
0 he collapsed in the close
0 bleeding everywhere wont stop
0 my son is having a fit
0 i think mum is having a stroke
0 the baby is floppy
0 my throat is closing up
0 drank bleach, took something bad
0 ive taken 16 paracetamol and half a bottle of vodka
0 i've just been stabbed
0 he's at the door
0 he's got a knife
0 help me
0 cannae talk hes here
0 can't talk he's in the next room
0 hes kicking the door in
0 he's trying to get in
0 he is going to kill me
0 hes gonna kill me
0 theyre outside my house with a machete
0 im hiding in the bathroom
0 hiding in the cupboard with the weans
0 send help
0 please call the police
0 hes strangling me
0 im being followed
0 somebody is breaking in
0 he's threatening to stab me
0 she's coming at me wi a knife
0 sos
0 im in danger
0 he said hes going to burn the house down with us in it
0 hes got a gun
0 they know where i live
0 the house is on fire
0 i want to stab him
0 i'm gonnae kill him
0 im going to kill my neighbour
0 gonna slash her
0 i've got a knife and im going round to his
0 i want to kill my ex
0 going to batter him the night
0 i'm going to hurt somebody
0 i feel like killing my stepdad
0 im going to stab my landlord
0 voices telling me to kill
0 the voices say i should hurt my mum
0 voices tell me to jump
0 hes a dead man
0 he's a dead man when i get him
1 don't want to be here
1 i dont want to be here anymore
1 can't go on
1 i cant go on like this
1 want tae end it
1 everybody'd be better off without me
1 theyd be better off without me
1 am done
1 am done wi it aw
1 a cannae dae this any mair
1 i want to die
1 a want tae dee
1 i wish i was dead
1 wish i wis deid
1 wish i'd never been born
1 i just want to go to sleep and not wake up
1 hope i dont wake up the morra
1 whats the point in living
1 nae point
1 no point anymore
1 there's nothing left for me
1 i feel suicidal
1 feelin suicidal again
1 been thinking about suicide
1 thinking about ending it
1 i keep thinking about killing myself
1 having thoughts of ending my life
1 i cant stop thinking about killing myself
1 naebody wid miss me
1 who would even miss me if i was gone
1 no one would care if i died
1 im a burden to everyone
1 i'm just a waste of space
1 i want it all to stop
1 i want the pain to stop
1 had enough of life
1 sick of living
1 im tired of being alive
1 life isnt worth living
1 i dont see a future
1 i dont care if i live or die
1 not bothered if i wake up
1 i want to disappear forever
1 my head is in a dark place
1 having dark thoughts
1 i might do something stupid
1 scared of what i might do
1 why dont i just kill myself
1 i dont want to kill myself but i cant see another way
1 sucidal
1 i want to unalive myself
1 i want to kms
1 suicide
1 s u i c i d e
1 i want to d1e
1 i wаnt to diе
1 I WANT TO DIEEEEE
1 i want... to die
1 want 2 die
1 id be better off dead
1 better off deid
1 i just want out
1 theres no way out
1 i want to be with my mum in heaven
1 i should just end it
1 maybe i should just kill myself
1 could just jump in front of a bus
1 i hate being alive
1 cant face another day
1 cannae face the morra
1 my son says he wants to die
1 ma pal keeps saying she wants tae end it
1 my husband is suicidal
1 she told me she wants to kill herself
1 he's been talking about suicide
1 my daughter said she doesnt want to be alive
1 i am thinking of taking my own life
1 ive lost the will to live
1 i've given up on life
1 what happens if i take all my tablets
1 how many paracetamol would kill you
1 whats the easiest way to die
1 hurting masel
1 cutting again
1 i've been cutting myself
1 started self harming again
1 i burn myself to cope
1 i cut my arms last night
1 i want to hurt myself
1 she is self harming
1 my daughter is cutting herself
1 i keep punching myself
1 urge to cut
1 scratching myself till i bleed
1 back to self harm
1 i make myself sick after every meal
1 he checks my phone
1 he checks ma phone aw the time
1 she'll no let me out
1 he won't let me leave the house
1 he controls the money
1 walking on eggshells
1 scared of him
1 am feart of ma man
1 he battered me
1 he hits me
1 my husband hits me
1 ma boyfriend punched me last night
1 my wife hits me
1 he strangled me last week
1 my partner is violent
1 hes controlling
1 im in an abusive relationship
1 he takes my bank card
1 he says if i leave he'll take the kids
1 he says he'll take the weans off me
1 he's out the now but he'll be back at 6
1 quick before he gets back
1 he doesnt know im texting, if he finds out
1 i need to get away from him
1 scared to go home
1 how do i leave my husband
1 im not allowed to see my friends
1 he locks me in
1 my ex is stalking me
1 my ex keeps turning up at my house
1 she throws things and hits me
1 he threatened me with a bottle
1 my dad batters my mum
1 my sister's man batters her
1 he forces me to have sex
1 i got raped
1 my family are making me marry a man i dont know, forced marriage
1 i have bruises from him
1 i keep getting hit by my partner
1 my son hits me
1 he's getting out of jail next week and im scared
1 who is this
1 who's this
1 whos this texting
1 why are you texting my wife
1 stop texting my girlfriend
1 this is her husband
1 this is his wife
1 what has she been saying to you
1 how come you are texting her
1 show me what she said
1 the weans are scared
1 the kids are left on their own
1 he hits them
1 he hits the kids
1 she's 14 and her boyfriend is 20
1 wean hasnae been fed
1 the kids have no been fed
1 my neighbour leaves her kids alone all night
1 my stepdad hits me
1 ma da batters me
1 someone touched my daughter
1 my dad touches me
1 he shakes the baby
1 the baby has bruises on her arms
1 the wee boy next door is always starving and filthy
1 she's using heroin in front of the kids
1 i smacked my son and left marks
1 im scared i'll hurt the baby
1 i lost it with her
1 i don't trust masel
1 lost it and hit my partner
1 i hit my wife
1 i snapped and punched him
1 im scared i might hurt someone
1 having thoughts of hurting people
1 i dont trust myself around the kids
1 they've took over my flat
1 i owe them
1 i owe money to dealers
1 they keep my passport
1 made to work
1 he takes my benefits card
1 they're selling drugs out my house
1 a loan shark is after me
1 i owe a loan shark 2 grand
1 my boss took my passport
1 they make me sell drugs
1 im forced to work and they dont pay me
1 they wont leave my house and theyre dealing
1 a guy is making me hold a parcel for him
1 i have to have sex for rent
1 my carer takes all my money
1 theyre blackmailing me
1 they're watching through the telly
1 voices telling me to
1 i'm chosen
1 i hear voices
1 am hearin voices in ma heid
1 the radio is talking to me
1 the government put a chip in my head
1 theyre poisoning my food
1 people are reading my mind
1 i can see things that arent there
1 god told me i have a special mission
1 the neighbours are spying on me through the walls
1 i havent slept in 4 days and dont need to
1 i dont know whats real anymore
1 my brother is hearing voices
1 kicked oot
1 got kicked out the house today
1 my mum threw me out
1 sleeping in the car
1 am sleepin in ma motor, nowhere tae go
1 oan the streets
1 couch is up
1 ive nowhere to sleep tonight
1 nowhere to stay
1 nae place tae stay the night
1 im homeless
1 been evicted today
1 we are homeless with two kids
1 got tae be oot by the night
1 i slept rough last night
1 im living in a tent
1 need a bed for tonight
1 landlord changed the locks, nowhere to go
1 i cant go home tonight
1 been sofa surfing and ran out of couches
1 nae leccy, baby in the hoose
1 weans no eaten
1 weans huvnae eaten since yesterday
1 no food for the kids
1 no milk for the baby
1 i havent eaten in days
1 not eaten since sunday
1 nothing to eat in the house
1 nae food and nae gas
1 no heating and im pregnant
1 i've no food
1 cant feed my kids
1 the cupboards are empty
1 your worker touched me
1 the guy at the group made me uncomfortable
1 one of your volunteers asked me for money
1 i want to report one of your staff
1 your volunteer has been texting me at night
2 nae leccy
2 meter's empty
2 skint till tuesday
2 electric has ran out
2 no money for gas
2 cant afford to heat the house
2 house is freezing
2 i need a food bank
2 skint till payday and no messages in
2 cannae afford food
2 no been out in weeks
2 cannae wash
2 i havent left the house in months
2 i cant get out of bed for days
2 im not coping
2 havent showered in weeks
2 my mum isnt eating or washing
2 i took an overdose years ago
2 i used to cut myself
2 i tried to kill myself when i was 15
2 tried to end my life in 2019
2 he used to hit me years ago
1 I've been googling ways to end my life
1 my mum found me with the tablets last night
1 cant do life anymore
1 i keep planning it out in my head
1 its too much now, am away to the clyde
1 nobody needs me, they'd all be fine if i was away
1 ive cut too deep
1 ma boy's been missing since last night he's 13
1 he grabbed me by the throat in front of the weans
1 he goes through my phone every night
1 my man has my bank card and gives me a fiver a day
1 he's drunk and smashing up the house
1 there's a man with a knife outside the close
1 she took her whole month's prescription in one go
1 ma da's collapsed and he's a funny colour
1 i took something at a party and my heart is racing chest is tight
1 i want to smash his face in
1 gonnae put him in the ground
1 some boys from glasgow are staying in my flat and wont go
1 i work 14 hours a day in a nail bar and they keep my wages
1 they put cameras in my light bulbs
1 the voices are getting worse
1 council put us out this morning
1 slept in a close last night
1 got two kids and nowhere tae go the night
1 havent ate since saturday
1 meter ran out and the baby is 3 weeks old
1 im pregnant and the gas is off
1 i sit in the dark aw day, stopped washing, whats it matter
1 ready to give up
1 i feel like giving up
1 i cant keep living like this
1 i think about dying every day
1 i wish i could fall asleep forever
1 im scared of my son when he drinks
1 my boyfriend makes me send him photos and threatens to post them
1 my uncle comes in my room at night
1 your support worker keeps asking me out
1 just leave me to die
1 ill no be here next week
1 cant stop picturing the car going off the road
1 whats it like to drown
1 dont think ill make it through the night
1 im gonna take every tablet in this house
1 ive nothing left in me
1 think id be doing everyone a favour
1 i feel like ending everything
1 i keep looking at the knives
1 the pain in my chest is going down my left arm
1 my friend snorted something and he's gone all floppy
1 she's fell and hit her head and now she's not making sense
1 i drank a whole bottle of vodka with my antidepressants
1 my wife is unresponsive
1 he's trying to kick my door in
1 my ex just texted he's coming to kill me
1 my husband pushed me down the stairs
1 she hit me with a pan
1 hes always tracking where i am
1 i have to be home by 5 or he goes mental
1 he wont give me any money for food
1 my partner threatened to kill the dog if i leave
1 my mum's boyfriend gets in my bed
1 next door's kids are outside in their pyjamas at midnight with no adult
1 im 15 and my dad punched me
1 i shook the baby
1 i feel like i could kill her
1 im gonna stab the guy that robbed me
1 some men take my benefits every fortnight
1 i was brought here to work and they have my id
1 they make me shoplift to pay them back
1 i think my thoughts are being stolen
1 there is a demon in my flat telling me things
1 im sleeping in my car with my two girls
1 my landlord chucked my stuff out and i've nowhere
1 my key doesnt work, been locked out by the council
1 no gas no electric no food
1 my fridge is empty and my giro isnt till friday
1 my weans went to bed hungry
1 my brother has been talking about ending his life
1 mum says she doesnt want to wake up
1 a just want tae shut ma eyes n no open them
1 been stood at the edge for an hour
1 got the blade in ma haun
1 i told my sister where my bank stuff is for after
1 whats the point in getting up every day
1 am at rock bottom
1 i have been hoarding my nan's morphine
1 i feel like nothing would change if i vanished
1 i keep scratching ma arms till they bleed
1 shes been burning her arms with a lighter
1 my fella breaks my things when he's angry
1 he calls me every ten minutes at work to see who im with
1 my wife throws plates at me
1 he's been following me since i left him
1 my brother's girlfriend batters him
1 my da is on his way round and he's furious, he'll murder me
1 there's a guy trying all the door handles in our close and hes got a blade
1 my pal took 6 blues and hes snoring weird and i cant wake him
1 my granda's face has dropped on one side
1 took all my sertraline an hour ago
1 i am so angry with my neighbour i'm going to hurt him
1 thinking of setting fire to his car wi him in it
1 wee lassie next door has bruises and says her da did it
1 my sister leaves her baby alone to go to the pub
1 my 13 year old is getting lifts and gifts from older men
1 im 16 and my mum put me out
1 a dealer is making my son carry stuff
1 the guys in my flat wont let me have my own keys
1 there is a voice that keeps saying i am evil
1 folk on the bus know what im thinking
1 i've to leave the hostel in the morning and theres nothing else
1 been staying in a tent behind asda
1 me and the wean have had toast for three days and its done
1 cant heat the baby's bottles, power's off
1 i cant stop thinking how peaceful it would be
1 i would rather be dead than go back to him
`;
