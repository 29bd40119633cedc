import { besideNumber } from '../../../dialogs/reading/contact';
import { readFacts, type Slot, slotOf } from '../../../dialogs/reading/facts';

const name = (text: string, asked: Slot | null = null) => readFacts(text, asked).name?.value;
const area = (text: string, asked: Slot | null = null) => readFacts(text, asked).area?.value;
const years = (text: string, asked: Slot | null = null) => readFacts(text, asked).age?.value;

describe('names', () => {
  it.each([
    ['my name is Bernadette McGlinchey', 'Bernadette McGlinchey'],
    ['call me Tam', 'Tam'],
    ['ma name is Shug', 'Shug'],
    ["it's Deek", 'Deek'],
    ["the name's Innes", 'Innes'],
    ['ye can cry me Jinty', 'Jinty'],
    ['Hope', 'Hope'],
    ['Will. yes that is my name', 'Will'],
    ['Stuart', 'Stuart'],
    ['Pearson', 'Pearson'],
    ['May', 'May'],
    ['Grace', 'Grace'],
    ['Joy', 'Joy'],
    ['jade x', 'Jade'],
    ['Mr Galbraith, or Ewan if you prefer.', 'Ewan'],
  ])('A1: %s is the name it gives', (text, told) => expect(name(text, 'name')).toBe(told));

  it.each([
    ['محمد', 'محمد'],
    ['Оксана', 'Оксана'],
    ['李伟', '李伟'],
    ['ኣበበ', 'ኣበበ'],
  ])('W13: a name in its own letters, %s', (text, told) => expect(name(text, 'name')).toBe(told));

  it.each(['who sees my name?', 'rather no say', "you don't need to know", 'no name thanks', 'skip'])(
    'no name is made of "%s"',
    (text) => expect(name(text, 'name')).toBeUndefined(),
  );

  it.each([
    "I'm 80 and live alone",
    'Blantyre, High Blantyre',
    "my son's name is Ryan",
    "I've no hobbies",
    'call me back',
  ])('no name is volunteered by "%s"', (text) => expect(name(text)).toBeUndefined());
});

describe('places', () => {
  it.each(['ML36AA', 'ML3 6AA', 'ml36aa', 'ml3', 'Ml3 6aa please'])(
    'W14: %s is Hamilton however it is written',
    (text) => expect(area(text, 'area')).toEqual({ id: 'else', place: 'Hamilton' }),
  );

  it.each([
    ['G72 0AA', 'blantyre'],
    ['G720AA', 'blantyre'],
    ['g72 9', 'blantyre'],
    ['G73 4', 'rutherglen'],
    ['g734bb', 'rutherglen'],
    ['G72 7', 'else'],
    ['ruggie', 'rutherglen'],
    ['ruglen', 'rutherglen'],
    ['Burnside', 'rutherglen'],
    ['Fernhill, top flat', 'rutherglen'],
    ['up high blantyre', 'blantyre'],
    ['Auchinraith way', 'blantyre'],
    ['EK', 'else'],
    ['Larkhall', 'else'],
  ])('%s is in %s', (text, id) => expect(area(text, 'area')?.id).toBe(id));

  it.each([
    ['not Blantyre, Rutherglen', 'rutherglen'],
    ["naw it's Rutherglen", 'rutherglen'],
    ['grew up in Rutherglen but in Blantyre now', 'blantyre'],
    ['my mum is in Hamilton, I stay in Blantyre', 'blantyre'],
  ])('where they live, not where else: %s', (text, id) => expect(area(text)?.id).toBe(id));

  it('no place of somebody else', () => {
    expect(area('my daughter works in Hamilton')).toBeUndefined();
    expect(area('it is 4G wifi that I have', 'area')).toBeUndefined();
  });

  it.each([
    'is it just Blantyre you do',
    "I can get the bus if it's only Rutherglen you cover",
    'is it only for Blantyre folk',
    'do I have to live in Blantyre',
    'are you just in Rutherglen',
  ])('where we work is not where they live: %s', (text) => {
    expect(area(text)).toBeUndefined();
    expect(area(text, 'area')).toBeUndefined();
  });

  it.each([
    ["it's just Blantyre", 'blantyre'],
    ['Hamilton, or is it only Blantyre you do', 'else'],
    ['do you cover Cambuslang', 'else'],
  ])('where they live, asked about all the same: %s', (text, id) => expect(area(text, 'area')?.id).toBe(id));
});

describe('ages', () => {
  it.each([
    ['thirty four', '25-64', 34],
    ['sixteen', '16-17', 16],
    ['34 pal', '25-64', 34],
    ["I'll be 69 in January", '65+', 68],
    ['15 but 16 next month', 'under16', 15],
    ['I have 29 years', '25-64', 29],
    ["ma boy's 9 and a'm 33", '25-64', 33],
  ])('W16: %s', (text, band, n) => expect(years(text, 'age')).toEqual({ band, years: n }));

  it.each([
    ['over 18', '25-64'],
    ['70s', '65+'],
    ['in my seventies', '65+'],
    ['mid thirties', '25-64'],
    ['pensioner', '65+'],
  ])('W16: %s', (text, band) => expect(years(text, 'age')?.band).toBe(band));

  it.each(['he was 24', 'my son is 19', 'the 267 bus', '9 years in the job', 'put me at 7', 'after 12'])(
    'no age is volunteered by "%s"',
    (text) => expect(years(text)).toBeUndefined(),
  );
});

describe('numbers and addresses', () => {
  it.each([
    '07700 900123',
    '07700 900123 after 6pm',
    '+44 (0)7700 900123',
    '+447700900123',
    '0044 7700 900123',
    '07700-900-123',
    '07700.900.123',
    '(07700) 900123',
    '0 7 7 0 0 9 0 0 1 2 3',
    'oh double seven double oh nine double oh one two three',
    'its 07700900123 thanks',
    "07700 900123, don't ring before ten",
  ])('W6: %s is 07700900123', (text) => expect(readFacts(text, 'number').number?.value).toBe('07700900123'));

  it('W6: the rest is a time, not digits of the number', () => {
    expect(readFacts('07700 900123 after 6pm', 'number').when?.value).toEqual(['evening']);
  });

  it('W6: what is beside the number can be kept as a note', () => {
    const text = '07700 900123 after 6pm';
    const { number } = readFacts(text, 'number');
    expect(number === undefined ? '' : besideNumber(text, number)).toBe('after 6pm');
  });

  it.each(['07700 900', '23 Stonefield Road', 'no number', '12345678901', '999'])('no number is made of "%s"', (text) =>
    expect(readFacts(text, 'number').number).toBeUndefined(),
  );

  it.each([
    ['<me@example.org>', 'me@example.org'],
    ['deek at mail dot example', 'deek@mail.example'],
    ['it is moira.kerr@mail.example.', 'moira.kerr@mail.example'],
    ['bilal.a @ mail.example', 'bilal.a@mail.example'],
    ['pati underscore k at mail dot example', 'pati_k@mail.example'],
  ])('W17: %s', (text, told) => expect(readFacts(text, 'email').email?.value).toBe(told));
});

describe('how and when', () => {
  it.each([
    ['text is fine', 'text'],
    ['aye text it but dont be phoning', 'text'],
    ['Oh just ring me', 'call'],
    ['anything but the phone, text me', 'text'],
    ['WhatsApp, same number as here', 'whatsapp'],
    ['phone', 'call'],
    ["please don't contact me", 'none'],
  ])('%s: %s', (text, way) => expect(readFacts(text, 'contactBy').contactBy?.value).toBe(way));

  it('"call me Ted" is a name, not a wish to be rung', () => {
    expect(readFacts('call me Ted').contactBy).toBeUndefined();
  });

  it.each([
    ['efter 12', ['afternoon']],
    ['half nine on', ['morning']],
    ['any bar mornings', ['afternoon', 'evening']],
    ['between 10 and 4', ['morning', 'afternoon']],
    ['whenever', ['morning', 'afternoon', 'evening']],
    ['no before seven at night', ['evening']],
  ])('%s: %s', (text, parts) => expect(readFacts(text, 'when').when?.value).toEqual(parts));

  it('a question of a way asks for none', () => {
    expect(readFacts('what happens if you phone at the wrong time?').contactBy).toBeUndefined();
  });

  it.each([
    ['you can leave a voicemail', true],
    ['no bother wi leavin a message oan the machine', true],
    ["please don't leave a message", false],
    ['naw nae voicemails ma maw picks it up', false],
  ])('%s: %s', (text, may) => expect(readFacts(text).voicemail?.value).toBe(may));
});

it('slots are those of the catalogue', () => {
  expect(slotOf('window')).toBe('when');
  expect(slotOf('share:svc-1')).toBeNull();
});

describe('what a question asks us tells nothing of them', () => {
  const barriers = (text: string) => readFacts(text, 'barriers').barriers?.value ?? [];
  it.each([
    'how much does it cost?',
    'does it cost anything',
    'what does it cost',
    'and is there a cost',
    'will it cost me',
  ])('"%s" is no barrier', (text) => expect(barriers(text)).not.toContain('cost'));
  it.each(['the cost', 'what it costs', 'cant afford the classes', 'bus fare'])('"%s" is one', (text) =>
    expect(barriers(text)).toContain('cost'),
  );
});
