/** What children say, and what is said about them: plain, imagined, nothing graphic. Each must be raised. */
export const CHILD_LINES = `
my dad hits me when he drinks
im 11 and my mums boyfriend hurts me
im scared to go home after school
my stepdad comes into my room at night
i am 9 and i am home on my own and its dark
nobody is looking after us mum has been away 2 days
my uncle touches me and says its a secret
mum locks me in the cupboard when shes angry
my big brother hits me every day and nobody stops it
there is no food in our house and my sister is hungry
im 13 and a man online wants pictures of me
he says if i tell anyone he will hurt my mum
i ran away and im at the bus station, im 14
my mum wont wake up and im on my own
dad threw me out and im 15
i dont feel safe at my dads house
my mum hit me with a belt
my wee brother has bruises all over his back
im 12 i look after my mum and my wee sister and nobody knows
a man followed me home from school
my gran hits my wee cousin and he cries all the time
mum and dad are fighting and dad has a knife
i want to die and im only 13
i cut my arms because of what happens at home
they make me carry bags for them and im 14
an older boy makes me meet his pals
my dad says he will kill us if mum leaves
my pal is getting hurt by her dad
my friend is 10 and she is left alone every night
the wee boy next door is always hungry and dirty
i can hear the children next door screaming every night
my granddaughter came back from her dads with marks on her legs
my nephew says his mums boyfriend hurts him
a girl in my class says her uncle touches her
the baby upstairs has been crying for hours and nobody is in
i work in a nursery and a child told me his dad hits him
my neighbour leaves her two kids on their own at night
my ex shakes the baby when he cries
my son is 8 and he never came home from school
my daughter is 13 and she has been talking to a grown man online
my wee girl says daddy hurts her
i am scared i will hurt my baby
the kids are scared of their dad he hits them
there is a toddler out on the road on his own
my sister is 15 and her boyfriend is 30 and buys her things
they are sending me abroad to get married and i am 15
my foster dad comes in when im in the bath
mum drinks all day and we dont get fed
ma da batters me
ah'm ten an ma mammy's no been hame since yesterday
`
  .trim()
  .split('\n');
