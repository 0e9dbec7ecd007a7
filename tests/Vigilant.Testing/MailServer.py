# A real SMTP server for tests: python3-aiosmtpd, mails into a folder. Says its port on the first line.
# usage: MailServer.py folder mode certificate key   (mode: plain, starttls, tls)
import asyncio, os, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, mode, certificate, key = sys.argv[1:5]


class Keep:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown"):
            return "550 no such user"
        if address.startswith("later"):
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Keep.count += 1
        name = os.path.join(folder, f"{Keep.count}.eml")
        with open(name + ".part", "wb") as mail:
            mail.write(b"X-Envelope-To: " + ",".join(envelope.rcpt_tos).encode() + b"\r\n" + envelope.original_content)
        os.rename(name + ".part", name)
        return "250 taken"


def sign_in(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.login == b"vigilant" and data.password == b"pa55word-of-mail"
    return AuthResult(success=right, handled=False)


async def main():
    context = None
    if mode != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
    secure = mode != "plain"

    def session():
        return SMTP(
            Keep(), hostname="mail.test",
            tls_context=context if mode == "starttls" else None, require_starttls=mode == "starttls",
            authenticator=sign_in if secure else None, auth_required=secure, auth_require_tls=mode == "starttls")

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0, ssl=context if mode == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
