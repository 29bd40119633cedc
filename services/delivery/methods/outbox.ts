/** Into a folder: on a development machine every letter becomes a .eml file, and none leaves it. */
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { mailOf } from '../mail';
import { keepInOutbox } from '../outbox';
import { type Delivery, defineMethod } from './method';

function byOutbox(folder: string, from: string): Delivery {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      const { message } = await transport.sendMail(mailOf(letter, from));
      return keepInOutbox(folder, letter, message.toString());
    },
  };
}

export const outbox = defineMethod({
  kind: 'outbox',
  mode: z.object({ kind: z.literal('outbox'), folder: z.string().min(1) }),
  open: ({ folder }, { from }) => byOutbox(folder, from),
});
