"""The tour's third act: signing in, two named people, and what staff see to."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui.screens.backups import BackupsScreen
from coprod_desktop.gui.screens.change_passphrase import ChangePassphraseScreen
from coprod_desktop.gui.screens.choose_sign_in import ChooseSignInScreen
from coprod_desktop.gui.screens.close_door import CloseDoorScreen
from coprod_desktop.gui.screens.emergency import EmergencyScreen
from coprod_desktop.gui.screens.make_pictures import MakePicturesScreen
from coprod_desktop.gui.screens.make_pin import MakePinScreen
from coprod_desktop.gui.screens.mend import MendScreen
from coprod_desktop.gui.screens.named_people import NamedPeopleScreen
from coprod_desktop.gui.screens.named_secret import NamedSecretScreen
from coprod_desktop.gui.screens.opened_drafts import OpenedDraftsScreen
from coprod_desktop.gui.screens.openers import OpenersScreen
from coprod_desktop.gui.screens.put_back import PutBackScreen
from coprod_desktop.gui.screens.put_back_one import PutBackOneScreen
from coprod_desktop.gui.screens.renewed import RenewedScreen
from coprod_desktop.gui.screens.sign_in import SignInScreen
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.screens.voice_news import VoiceNewsScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.workspace.example import PICTURES, PIN

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def sign_in_with_pictures(visitor: Visitor) -> None:
    """Sign in as Sam, with Sam's own pictures."""
    visitor.on(SignInScreen)
    visitor.picture("sign-in-pictures")
    _pick(visitor)
    visitor.press(visitor.words("sign_in.open"))


def own_ways(visitor: Visitor) -> None:
    """Look at choosing pictures and a PIN; Sam keeps the pictures."""
    words = visitor.words
    visitor.on(WhoIsHereScreen)
    name = _sam(visitor)
    visitor.press(
        words("openers.about", what=words("who_is_here.change_sign_in"), name=name)
    )
    visitor.on(ChooseSignInScreen)
    visitor.picture("choose-sign-in")
    visitor.press(words("choose_sign_in.pictures"))
    visitor.on(MakePicturesScreen)
    visitor.picture("make-pictures")
    _pick(visitor)
    visitor.picture("make-pictures-look")
    visitor.key(ESCAPE)
    visitor.key(ESCAPE)
    visitor.on(ChooseSignInScreen)
    visitor.press(words("choose_sign_in.pin"))
    visitor.on(MakePinScreen)
    visitor.write("271")
    visitor.picture("make-pin")
    visitor.key(ESCAPE)
    visitor.on(ChooseSignInScreen)
    visitor.key(ESCAPE)
    visitor.on(WhoIsHereScreen)


def staff_doors(visitor: Visitor) -> None:
    """Look at who opens the ward and who is named; nothing is changed."""
    words = visitor.words
    visitor.press(words("who_is_here.staff"))
    visitor.on(StaffScreen)
    visitor.picture("staff")
    visitor.press(words("staff.openers"))
    visitor.on(OpenersScreen)
    visitor.picture("openers")
    _about(visitor, "openers.close", "Dr Robin Specimen")
    visitor.on(CloseDoorScreen)
    visitor.picture("close-door")
    visitor.press(words("close_door.keep"))
    visitor.on(OpenersScreen)
    _about(visitor, "openers.change", "Priya Sample")
    visitor.on(ChangePassphraseScreen)
    visitor.picture("change-passphrase")
    visitor.key(ESCAPE)
    visitor.on(OpenersScreen)
    visitor.key(ESCAPE)
    visitor.on(StaffScreen)
    visitor.press(words("staff.named"))
    visitor.on(NamedPeopleScreen)
    visitor.picture("named-people")
    visitor.key(ESCAPE)
    visitor.on(StaffScreen)


def backups(visitor: Visitor) -> None:
    """Choose where backups go, wait for one, and look at putting it back."""
    words = visitor.words
    visitor.press(words("staff.backups"))
    visitor.on(BackupsScreen)
    visitor.picture("backups-none")
    visitor.press(words("backups.choose"))
    screen = visitor.on(BackupsScreen)
    before = words("backups.none_yet")
    visitor.until(lambda: "%" not in screen.news.words != before)
    visitor.picture("backups")
    visitor.press(words("backups.put_back"))
    row = visitor.on(PutBackScreen).rows[0]
    visitor.picture("put-back")
    visitor.press(words("openers.about", what=words("put_back.this"), name=row.name))
    visitor.on(PutBackOneScreen)
    visitor.picture("put-back-one")
    for screen_kind in (PutBackScreen, BackupsScreen):
        visitor.key(ESCAPE)
        visitor.on(screen_kind)
    visitor.press(words("backups.mend"))
    visitor.on(MendScreen)
    visitor.picture("mend")
    visitor.key(ESCAPE)
    visitor.on(BackupsScreen)
    visitor.key(ESCAPE)
    visitor.on(StaffScreen)


def emergency(visitor: Visitor, passphrase: str) -> None:
    """Let two read Sam's private words, for a reason; then Sam is told."""
    words = visitor.words
    visitor.press(words("staff.emergency"))
    screen = visitor.on(EmergencyScreen)
    visitor.click(screen.people.buttons()[0])
    visitor.click(screen.reason.box)
    visitor.write("Sam has left and we fear for them.")
    visitor.picture("emergency")
    visitor.key(ENTER)
    _two(visitor, passphrase)
    visitor.on(OpenedDraftsScreen)
    visitor.picture("opened-drafts")
    visitor.press(words("opened_drafts.close"))
    visitor.on(WhoIsHereScreen)


def forgotten(visitor: Visitor, passphrase: str) -> None:
    """Sam signs out and has forgotten the pictures: two help to make a PIN."""
    words, name = visitor.words, _sam(visitor)
    _about(visitor, "who_is_here.sign_out", name)
    visitor.picture("who-is-here-signed-out")
    visitor.press(words("who_is_here.go_on"))
    visitor.on(SignInScreen)
    visitor.press(words("sign_in.forgot_pictures"))
    _two(visitor, passphrase, "named-secret")
    visitor.on(ChooseSignInScreen)
    visitor.press(words("choose_sign_in.pin"))
    visitor.on(MakePinScreen)
    for _ in range(2):
        visitor.write(PIN)
        visitor.key(ENTER)
    visitor.on(RenewedScreen)
    visitor.picture("renewed")
    visitor.press(words("renewed.sign_in"))
    _sign_in_with_the_pin(visitor)


def _sign_in_with_the_pin(visitor: Visitor) -> None:
    """Try a wrong PIN first, and read what happened meanwhile."""
    screen = visitor.on(SignInScreen)
    visitor.write("858361")
    visitor.key(ENTER)
    visitor.until(lambda: not screen.is_waiting)
    visitor.picture("sign-in-wrong")
    visitor.write(PIN)
    visitor.key(ENTER)
    visitor.on(VoiceNewsScreen)
    visitor.picture("voice-news")
    visitor.press(visitor.words("voice_news.seen"))
    visitor.until(lambda: not isinstance(visitor.screen, VoiceNewsScreen))


def _two(visitor: Visitor, passphrase: str, scene: str = "") -> None:
    """Let the two named people give their passphrase, one after the other."""
    _gives(visitor, "named_secret.ward", passphrase)
    if scene:
        visitor.picture(scene)
    visitor.key(ENTER)
    _gives(visitor, "named_secret.outside", passphrase)
    visitor.key(ENTER)


def _gives(visitor: Visitor, title: str, passphrase: str) -> None:
    """Wait for a side's turn, and type."""
    wanted = visitor.words(title)
    visitor.until(lambda: visitor.screen.frame.title == wanted)
    visitor.on(NamedSecretScreen)
    visitor.write(passphrase)


def _pick(visitor: Visitor) -> None:
    for picture in PICTURES:
        visitor.press(visitor.words(alt_key(picture)))


def _about(visitor: Visitor, key: str, name: str) -> None:
    words = visitor.words
    visitor.press(words("openers.about", what=words(key), name=name))


def _sam(visitor: Visitor) -> str:
    session = visitor.program.routes.session
    patient = session.gathering.patient
    if patient is None:
        raise LookupError("no patient was chosen")
    return session.ward.people[patient].name
