"""What the apps say aloud: whole sentences from a pack of clips, one announcement after the other.

``build`` makes packs and needs the optional extra ``voice``; the rest plays them. No Qt here, and no words of
screens: what is said is put together from the branch's own settings.
"""
