/** The words of the page on which one of the team has alarms ring on a device. Nothing here is said to the people who write to us. */
export const ringWords = {
  title: 'Alarms on your devices',
  lead: 'An alarm comes by mail and text. It can also ring on this device, with no page of ours open.',
  forPlace: 'It rings here when your e-mail is on the alert list. Nothing about a person is in it.',
  off: 'This is not set up here. Your manager can ask for it.',
  add: 'Ring on this device',
  no: 'Your browser did not give leave to ring. You can change that in its settings.',
  needsScript: 'This needs JavaScript, and a browser that can ring.',
  devices: 'Where alarms ring',
  none: 'No device yet',
  noneLine: 'Mail and texts come whatever is here.',
  columns: { device: 'Device', added: 'Added', act: 'Take it away' },
  remove: 'Take away',
  removeThis: (device: string) => `Take away ${device}`,
  link: 'Have alarms ring on this device',
} as const;
