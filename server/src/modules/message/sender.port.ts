export interface OutgoingMessage {
  /** The same for every try: a sender that can tells repeats apart by it. */
  id: string;
  text: string;
  workId: string | null;
  phone: string;
  wechatOpenId: string | null;
}

/** A way out besides the app itself: text message, WeChat subscription, e-mail. */
export interface MessageSender {
  /** Throws if the message could not be handed over; it is then tried again. */
  send(message: OutgoingMessage): Promise<void>;
}

export const MESSAGE_SENDERS = Symbol('message-senders');
