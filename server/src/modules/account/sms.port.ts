/** Whoever delivers text messages. */
export interface SmsSender {
  /** Sends a log-in code that is valid for `minutes`. Throws SERVICE_DOWN if the service refuses or does not answer. */
  sendLoginCode(phone: string, code: string, minutes: number): Promise<void>;
}

export const SMS = Symbol('sms');
