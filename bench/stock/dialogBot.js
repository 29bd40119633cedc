/** Runs a dialog for each message and saves the state after it, as the samples do. */
const { ActivityHandler } = require('botbuilder');

class DialogBot extends ActivityHandler {
  constructor(conversationState, userState, dialog) {
    super();
    this.conversationState = conversationState;
    this.userState = userState;
    this.dialog = dialog;
    this.dialogState = conversationState.createProperty('DialogState');
    this.onMessage(async (context, next) => {
      await this.dialog.run(context, this.dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await this.conversationState.saveChanges(context, false);
    await this.userState.saveChanges(context, false);
  }
}

module.exports = { DialogBot };
