/** A waterfall of nine text prompts; the answers are kept with the person at the end. */
const { ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

const questions = [
  'What would you like to be called?',
  'Which area are you in?',
  'How old are you?',
  'What do you need help with most?',
  'What would you like to be different?',
  'What are you good at?',
  'What gets in the way?',
  'How can we reach you?',
  'When is a good time?',
];

class NineQuestions extends ComponentDialog {
  constructor(userState) {
    super('nineQuestions');
    this.profile = userState.createProperty('Profile');
    this.addDialog(new TextPrompt('text'));
    const ask = (text, index) => async (step) => {
      if (index > 0) step.values[`answer${index - 1}`] = step.result;
      return step.prompt('text', text);
    };
    const finish = async (step) => {
      const profile = await this.profile.get(step.context, {});
      Object.assign(profile, step.values, { [`answer${questions.length - 1}`]: step.result });
      await step.context.sendActivity('Thank you. Somebody will be in touch.');
      return step.endDialog();
    };
    this.addDialog(new WaterfallDialog('waterfall', [...questions.map(ask), finish]));
    this.initialDialogId = 'waterfall';
  }

  async run(context, accessor) {
    const dialogs = new DialogSet(accessor);
    dialogs.add(this);
    const dialogContext = await dialogs.createContext(context);
    const results = await dialogContext.continueDialog();
    if (results.status === DialogTurnStatus.empty) await dialogContext.beginDialog(this.id);
  }
}

module.exports = { NineQuestions };
